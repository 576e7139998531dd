package io.kitproof.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The cards on the doors, for all rooms at once. */
final class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.kitproof");

  /** From the bottom to the top; boards and broker stand side by side. */
  private static final List<String> ROOMS =
      List.of("boards", "broker", "fixtures", "reports", "steps", "cli");

  private static final String[] TEST_TOOLS = {
    "io.cucumber..", "org.junit..", "io.qameta.allure..", "org.opentest4j.."
  };

  @Test
  void scan_found_the_code_of_every_room() {
    Set<String> found =
        CODE.stream()
            .map(type -> type.getPackageName().split("\\.", -1))
            .filter(parts -> parts.length > 2)
            .map(parts -> parts[2])
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found).containsExactlyInAnyOrderElementsOf(ROOMS);
  }

  @Test
  void arrows_run_one_way() {
    for (int room = 0; room < ROOMS.size(); room++) {
      for (String above : ROOMS.subList(room + 1, ROOMS.size())) {
        mayNotUse(ROOMS.get(room), "io.kitproof." + above + "..");
      }
    }
  }

  @Test
  void boards_and_broker_know_nothing_of_each_other_nor_of_test_tools() {
    mayNotUse("boards", "io.kitproof.broker..");
    mayNotUse("broker", "io.kitproof.boards..");
    mayNotUse("boards", TEST_TOOLS);
    mayNotUse("broker", TEST_TOOLS);
  }

  private static void mayNotUse(String room, String... packages) {
    noClasses()
        .that()
        .resideInAPackage("io.kitproof." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(CODE);
  }

  @Test
  void rooms_have_no_cycles_inside() {
    slices().matching("io.kitproof.(**)").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void every_package_has_a_card_that_says_null_marked() {
    List<String> without =
        CODE.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(p -> !p.getClasses().isEmpty())
            .filter(ArchitectureTest::notNullMarked)
            .map(JavaPackage::getName)
            .toList();

    assertThat(without).isEmpty();
  }

  private static boolean notNullMarked(JavaPackage room) {
    return room.tryGetPackageInfo().filter(i -> i.isAnnotatedWith(NullMarked.class)).isEmpty();
  }

  @Test
  void only_the_command_speaks_to_standard_output() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("io.kitproof.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
    rule.check(CODE);
  }

  @Test
  void nobody_sleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class, int.class)
        .orShould()
        .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
        .check(CODE);
  }

  @Test
  void nobody_logs_to_java_util_logging() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..").check(CODE);
  }

  @Test
  void classes_are_final_unless_they_are_made_to_be_extended() {
    classes().that(areOrdinary()).should().haveModifier(JavaModifier.FINAL).check(CODE);
  }

  private static DescribedPredicate<JavaClass> areOrdinary() {
    return DescribedPredicate.describe(
        "are neither abstract, sealed, enums nor without a name",
        type ->
            !type.isInterface()
                && !type.isEnum()
                && !type.isAnonymousClass()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && !type.reflect().isSealed()
                && !type.reflect().getSuperclass().isEnum());
  }
}
