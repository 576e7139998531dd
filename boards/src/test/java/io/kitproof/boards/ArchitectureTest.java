package io.kitproof.boards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Holds the cards on the doors of this module. */
@AnalyzeClasses(
    packages = "io.kitproof.boards",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule boards_are_a_library_of_their_own =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.kitproof.broker..",
              "io.kitproof.fixtures..",
              "io.kitproof.reports..",
              "io.kitproof.steps..",
              "io.kitproof.cli..",
              "io.cucumber..",
              "org.junit..",
              "io.qameta..");

  @ArchTest
  static final ArchRule only_serial_touches_the_serial_library =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.kitproof.boards.serial")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fazecast..");

  @ArchTest
  static final ArchRule only_serial_touches_its_static_register =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.kitproof.boards.serial")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("OpenPorts");

  @ArchTest
  static final ArchRule only_one_class_touches_the_library_that_may_be_missing =
      noClasses()
          .that()
          .doNotHaveSimpleName("Hid4javaChannel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.hid4java..");

  @ArchTest
  static final ArchRule drivers_do_not_know_their_twins =
      noClasses()
          .that(
              resideInAnyPackage(
                  "io.kitproof.boards.serial",
                  "io.kitproof.boards.hid",
                  "io.kitproof.boards.relay",
                  "io.kitproof.boards.sensor",
                  "io.kitproof.boards.family",
                  "io.kitproof.boards.net",
                  "io.kitproof.boards.power",
                  "io.kitproof.boards.wire"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.kitproof.boards.pty..",
              "io.kitproof.boards.virtual..",
              "io.kitproof.boards.kit..");

  @ArchTest
  static final ArchRule codecs_know_nothing_else =
      classes()
          .that()
          .resideInAPackage("io.kitproof.boards.wire")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.kitproof.boards.wire",
              "org.jspecify..",
              "com.google.errorprone.annotations..");

  @ArchTest
  static final ArchRule rooms_form_no_cycle =
      slices().matching("io.kitproof.boards.(*)..").should().beFreeOfCycles();

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
    assertThat(classes.contain("io.kitproof.boards.serial.SerialLine")).isTrue();
    assertThat(classes.contain("io.kitproof.boards.family.BoardPort")).isTrue();
    assertThat(classes).hasSizeGreaterThan(50);
    assertThat(classes.contain("io.kitproof.boards.ArchitectureTest")).isFalse();
  }
}
