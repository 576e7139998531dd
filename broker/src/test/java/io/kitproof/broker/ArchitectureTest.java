package io.kitproof.broker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("io.kitproof.broker", "io.moquette");

  @Test
  void the_scan_found_the_code() {
    assertThat(OURS.contain(LocalCloud.class)).isTrue();
    assertThat(OURS.size()).isGreaterThan(30);
  }

  @Test
  void few_classes_of_ours_live_in_moquettes_package() {
    assertThat(
            OURS.stream()
                .filter(c -> c.getPackageName().startsWith("io.moquette"))
                .filter(c -> c.getEnclosingClass().isEmpty())
                .map(c -> c.getName()))
        .containsExactlyInAnyOrder(
            "io.moquette.broker.AwsPostOffice",
            "io.moquette.broker.AwsSessions",
            "io.moquette.broker.KeptMessages",
            "io.moquette.broker.MoquetteCore",
            "io.moquette.broker.SturdyLoops");
  }

  @Test
  void only_the_core_knows_moquette() {
    noClasses()
        .that()
        .resideInAPackage("io.kitproof.broker..")
        .and()
        .resideOutsideOfPackage("io.kitproof.broker.core..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.moquette..")
        .check(OURS);
  }

  @Test
  void the_broker_knows_no_other_room_and_no_test_tool() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.kitproof..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAPackage("io.kitproof.broker.."))))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("io.cucumber..", "org.junit..", "io.qameta..")
        .check(OURS);
  }

  @Test
  void arrows_run_one_way() {
    noClasses()
        .that()
        .resideInAPackage("..broker.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..broker.gateway..", "..broker.ca..", "..broker.traffic..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAnyPackage("..broker.ca..", "..broker.traffic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..broker.gateway..", "..broker.core..")
        .check(OURS);
    slices().matching("io.kitproof.broker.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void policies_know_the_faults_and_nothing_else() {
    noClasses()
        .that()
        .resideInAPackage("..broker.policy..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.kitproof..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                            "..broker.policy..", "..broker.fault.."))))
        .check(OURS);
  }

  @Test
  void signatures_know_the_faults_and_operations_know_no_network() {
    noClasses()
        .that()
        .resideInAPackage("..broker.http.sign..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.kitproof..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                            "..broker.http.sign..", "..broker.fault.."))))
        .check(OURS);
    noClasses()
        .that()
        .resideInAnyPackage("..broker.http.sign..", "..broker.http.data..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(OURS);
  }

  @Test
  void classes_are_final_and_nothing_static_changes() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .beAnonymousClasses()
        .check(OURS);
    com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .check(OURS);
  }

  @Test
  void nobody_prints_and_nobody_sleeps() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(OURS);
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(OURS);
  }

  @Test
  void every_package_has_its_card() {
    assertThat(
            OURS.stream()
                .map(c -> c.getPackage())
                .filter(p -> p.getName().startsWith("io.kitproof"))
                .distinct())
        .allMatch(p -> p.isAnnotatedWith(org.jspecify.annotations.NullMarked.class));
  }
}
