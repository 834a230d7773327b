package com.barraiser.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.barraiser.vocabulary.Model;
import com.barraiser.vocabulary.Solution;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Arrows between packages point one way. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("com.barraiser");

  @Test
  void layersLookDownOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("com.barraiser.cli..")
        .layer("check")
        .definedBy("com.barraiser.check..")
        .layer("bench")
        .definedBy("com.barraiser.bench..")
        .layer("questions")
        .definedBy("com.barraiser.questions..")
        .layer("columnar")
        .definedBy("com.barraiser.columnar..")
        .layer("vocabulary")
        .definedBy("com.barraiser.vocabulary..")
        .layer("datasets")
        .definedBy("com.barraiser.datasets..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("check")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("bench")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("questions")
        .mayOnlyBeAccessedByLayers("cli", "check", "bench")
        .whereLayer("columnar")
        .mayOnlyBeAccessedByLayers("questions")
        .whereLayer("columnar")
        .mayOnlyAccessLayers("datasets")
        .whereLayer("vocabulary")
        .mayOnlyBeAccessedByLayers("cli", "check", "bench", "questions")
        .check(CLASSES);
  }

  @Test
  void noQuestionKnowsAnother() {
    slices()
        .matching("com.barraiser.questions.(*)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void noPackagesFormACycle() {
    slices().matching("com.barraiser.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void modelsDoWithoutSpark() {
    noClasses()
        .that()
        .implement(Model.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void solutionsNeitherReadNorWriteNorConfigure() {
    noClasses()
        .that()
        .implement(Solution.class)
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.spark.sql.DataFrameReader")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.spark.sql.DataFrameWriter")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.spark.sql.RuntimeConfig")
        .check(CLASSES);
  }

  @Test
  void solutionsStandInTheFoldersThatAreSearched() {
    classes()
        .that()
        .implement(Solution.class)
        .and()
        .resideInAPackage("com.barraiser.questions..")
        .should()
        .resideInAnyPackage("..solutions", "..mutants")
        .check(CLASSES);
  }
}
