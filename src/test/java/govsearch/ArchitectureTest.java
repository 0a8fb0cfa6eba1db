package govsearch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the rooms apart: who may call whom, and who alone knows a library. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("govsearch");

  @Test
  void roomsCallOnlyTheRoomsBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("govsearch..")
        .layer("wiring")
        .definedBy("govsearch")
        .layer("text")
        .definedBy("govsearch.text")
        .layer("files")
        .definedBy("govsearch.files")
        .layer("query")
        .definedBy("govsearch.query")
        .layer("report")
        .definedBy("govsearch.report")
        .layer("engine")
        .definedBy("govsearch.engine")
        .layer("lucene")
        .definedBy("govsearch.engine.lucene..")
        .layer("opensearch")
        .definedBy("govsearch.engine.opensearch..")
        .layer("library")
        .definedBy("govsearch.library")
        .layer("ingest")
        .definedBy("govsearch.ingest..")
        .layer("insight")
        .definedBy("govsearch.insight..")
        .layer("export")
        .definedBy("govsearch.export")
        .layer("http")
        .definedBy("govsearch.http..")
        .layer("model")
        .definedBy("govsearch.model")
        .layer("cli")
        .definedBy("govsearch.cli")
        .layer("evaluate")
        .definedBy("govsearch.evaluate", "govsearch.release")
        .whereLayer("wiring")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("evaluate")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("files")
        .mayNotAccessAnyLayer()
        .whereLayer("query")
        .mayOnlyAccessLayers("text")
        .whereLayer("report")
        .mayOnlyAccessLayers("text")
        .whereLayer("engine")
        .mayOnlyAccessLayers("text", "query", "report")
        .whereLayer("lucene")
        .mayOnlyAccessLayers("text", "query", "report", "engine", "library")
        .whereLayer("opensearch")
        .mayOnlyAccessLayers("text", "query", "report", "engine", "library", "lucene")
        .whereLayer("library")
        .mayOnlyAccessLayers("report", "engine")
        .whereLayer("ingest")
        .mayOnlyAccessLayers("files", "text", "report", "engine", "library")
        .whereLayer("insight")
        .mayOnlyAccessLayers("files", "text", "query", "report", "engine")
        .whereLayer("export")
        .mayNotAccessAnyLayer()
        .whereLayer("http")
        .mayOnlyAccessLayers("text", "query", "report", "engine", "library", "insight", "export")
        .whereLayer("model")
        .mayOnlyAccessLayers("text", "engine")
        .whereLayer("cli")
        .mayOnlyBeAccessedByLayers("wiring", "evaluate")
        .check(CLASSES);
  }

  @Test
  void roomsFormNoCircle() {
    slices().matching("govsearch.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void roomsOfIngestCallOnlyTheRoomsBelowThem() {
    String ingest = "govsearch.ingest";
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("govsearch.ingest..")
        .layer("ingest")
        .definedBy(ingest)
        .layer("csv")
        .definedBy(ingest + ".csv")
        .layer("extract")
        .definedBy(ingest + ".extract..")
        .layer("structure")
        .definedBy(ingest + ".structure")
        .layer("places")
        .definedBy(ingest + ".places")
        .layer("metadata")
        .definedBy(ingest + ".metadata")
        .layer("manifest")
        .definedBy(ingest + ".manifest")
        .layer("check")
        .definedBy(ingest + ".check")
        .layer("sync")
        .definedBy(ingest + ".sync")
        .whereLayer("csv")
        .mayOnlyAccessLayers("extract")
        .whereLayer("extract")
        .mayNotAccessAnyLayer()
        .whereLayer("structure")
        .mayOnlyAccessLayers("extract")
        .whereLayer("places")
        .mayOnlyAccessLayers("csv", "extract")
        .whereLayer("metadata")
        .mayOnlyAccessLayers("structure", "places")
        .whereLayer("manifest")
        .mayOnlyAccessLayers("csv", "extract", "places")
        .whereLayer("check")
        .mayOnlyAccessLayers("structure", "places", "metadata")
        .whereLayer("ingest")
        .mayOnlyAccessLayers("extract", "structure", "metadata")
        .whereLayer("sync")
        .mayNotBeAccessedByAnyLayer()
        .check(CLASSES);
  }

  @Test
  void kindsOfInsightKnowWhatTheyShareAndNotEachOther() {
    slices().matching("govsearch.insight.(*)..").should().notDependOnEachOther().check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("govsearch.insight")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("govsearch.insight.*..")
        .check(CLASSES);
  }

  @Test
  void roomsOfTheEmbeddedEngineCallOnlyTheRoomsBelowThem() {
    String lucene = "govsearch.engine.lucene";
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("govsearch.engine.lucene..")
        .layer("engine")
        .definedBy(lucene)
        .layer("analysis")
        .definedBy(lucene + ".analysis")
        .layer("query")
        .definedBy(lucene + ".query")
        .layer("document")
        .definedBy(lucene + ".document")
        .layer("snapshot")
        .definedBy(lucene + ".snapshot")
        .layer("count")
        .definedBy(lucene + ".count")
        .layer("search")
        .definedBy(lucene + ".search")
        .layer("suggest")
        .definedBy(lucene + ".suggest")
        .layer("similar")
        .definedBy(lucene + ".similar")
        .layer("library")
        .definedBy(lucene + ".library")
        .whereLayer("engine")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("analysis")
        .mayNotAccessAnyLayer()
        .whereLayer("query")
        .mayOnlyAccessLayers("analysis")
        .whereLayer("document")
        .mayOnlyAccessLayers("analysis")
        .whereLayer("snapshot")
        .mayOnlyAccessLayers("analysis", "query", "document")
        .whereLayer("count")
        .mayOnlyAccessLayers("analysis", "query", "document", "snapshot")
        .whereLayer("search")
        .mayOnlyAccessLayers("analysis", "query", "document", "snapshot", "count")
        .whereLayer("suggest")
        .mayOnlyAccessLayers("analysis", "query", "document", "snapshot")
        .whereLayer("similar")
        .mayOnlyAccessLayers("analysis", "query", "document", "snapshot", "search")
        .whereLayer("library")
        .mayOnlyAccessLayers("analysis", "document", "snapshot", "search")
        .check(CLASSES);
  }

  @Test
  void roomsOfTheEngineOnAClusterCallOnlyTheRoomsBelowThem() {
    String opensearch = "govsearch.engine.opensearch";
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("govsearch.engine.opensearch..")
        .layer("client")
        .definedBy(opensearch + ".client")
        .layer("layout")
        .definedBy(opensearch + ".layout")
        .layer("write")
        .definedBy(opensearch + ".write")
        .layer("read")
        .definedBy(opensearch + ".read")
        .whereLayer("client")
        .mayNotAccessAnyLayer()
        .whereLayer("layout")
        .mayOnlyAccessLayers("client")
        .whereLayer("write")
        .mayOnlyAccessLayers("client", "layout")
        .whereLayer("read")
        .mayOnlyAccessLayers("client", "layout", "write")
        .check(CLASSES);
  }

  @Test
  void theEmbeddedEngineIsServedWithoutAClassOfTheOneOnACluster() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "govsearch.engine.opensearch..", "govsearch.cli..", "govsearch.evaluate")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("govsearch.engine.opensearch..")
        .check(CLASSES);
  }

  @Test
  void onlyTheEmbeddedEngineKnowsLucene() {
    noClasses()
        .that()
        .resideOutsideOfPackages("govsearch.engine.lucene..", "govsearch.evaluate")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void onlyTheWorkerKnowsTheParsersAndNobodyCallsIt() {
    String worker = "govsearch.ingest.extract.worker";
    noClasses()
        .that()
        .resideOutsideOfPackage(worker)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            worker,
            "org.apache.poi..",
            "org.apache.pdfbox..",
            "org.apache.fontbox..",
            "org.apache.commons.compress..",
            "org.apache.james..",
            "org.jsoup..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("govsearch.ingest.extract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "govsearch.ingest", "govsearch.library", "govsearch.engine..", "govsearch.report..")
        .check(CLASSES);
  }

  @Test
  void onlyTheWebEdgeKnowsTheWebFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackage("govsearch.http")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..")
        .check(CLASSES);
  }

  @Test
  void onlyTheWebEdgeKnowsTheMetrics() {
    noClasses()
        .that()
        .resideOutsideOfPackage("govsearch.http")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.micrometer..", "io.prometheus..")
        .check(CLASSES);
  }

  @Test
  void onlyExportsKnowTheSpreadsheetLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("govsearch.export")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.dhatim..")
        .check(CLASSES);
  }

  @Test
  void onlyComparisonsKnowTheDiffLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("govsearch.insight.compare")
        .and()
        .doNotHaveFullyQualifiedName("govsearch.insight.TextChange")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.difflib..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandsKnowTheCommandLineLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages("govsearch.cli", "govsearch.evaluate", "govsearch.release")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void pureRoomsKnowNoLibraryButTheAnnotationsAndTheHash() {
    classes()
        .that()
        .resideInAnyPackage("govsearch.text", "govsearch.query", "govsearch.report")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "org.apache.commons.codec.digest..", "govsearch..")
        .check(CLASSES);
  }

  @Test
  void thePortShowsNoTypeOfALibrary() {
    classes()
        .that()
        .resideInAnyPackage("govsearch.engine", "govsearch.library")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "govsearch..")
        .check(CLASSES);
  }
}
