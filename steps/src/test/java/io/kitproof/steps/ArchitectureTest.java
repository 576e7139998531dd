package io.kitproof.steps;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Holds the cards on the doors of this module. */
@AnalyzeClasses(
    packages = "io.kitproof.steps",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule words_know_no_run_and_no_report =
      noClasses()
          .that()
          .resideInAPackage("io.kitproof.steps.words")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.kitproof.steps", "io.kitproof.reports..", "io.qameta..");

  @ArchTest
  static final ArchRule nobody_knows_the_command =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.kitproof.cli..");

  @ArchTest
  static final ArchRule words_neither_wait_nor_look_at_the_clock =
      noClasses()
          .that()
          .resideInAPackage("io.kitproof.steps.words")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..");

  @ArchTest
  static final ArchRule nobody_prints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static void words_remember_nothing(JavaClasses classes) {
    List<String> memories =
        classes.stream()
            .filter(type -> type.getPackageName().equals("io.kitproof.steps.words"))
            .flatMap(type -> type.getFields().stream())
            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
            .map(field -> field.getFullName())
            .toList();

    assertThat(memories).isEmpty();
  }

  @ArchTest
  static void nothing_static_changes(JavaClasses classes) {
    List<String> statics =
        classes.stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
            .map(field -> field.getFullName())
            .toList();

    assertThat(statics).isEmpty();
  }

  @ArchTest
  static void every_package_is_null_marked(JavaClasses classes) {
    List<String> unmarked =
        classes.stream()
            .map(type -> type.getPackage())
            .distinct()
            .filter(room -> !room.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .toList();

    assertThat(unmarked).isEmpty();
  }

  @ArchTest
  static void the_scan_found_the_code(JavaClasses classes) {
    assertThat(classes.contain("io.kitproof.steps.CourseRun")).isTrue();
    assertThat(classes.contain("io.kitproof.steps.words.Types")).isTrue();
    assertThat(classes).hasSizeGreaterThan(15);
    assertThat(classes.contain("io.kitproof.steps.ArchitectureTest")).isFalse();
  }
}
