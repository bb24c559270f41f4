package org.lifecircle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawing of the house, as a test: arrows never turn back, and each library has its rooms. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.lifecircle");

  /** Package, and what it may see. A package that is not here has no place in the house. */
  private static final Map<String, String> MAY_SEE =
      Map.ofEntries(
          entry("model", ""),
          entry("walk", "model"),
          entry("coverage", "model walk"),
          entry("freedspace", "model walk"),
          entry("siting", "model walk coverage freedspace"),
          entry("renewal", "model"),
          entry("scenario", "model walk coverage freedspace siting renewal"),
          entry("io", "model scenario"),
          entry("store", "model scenario"),
          entry("report", "model scenario"),
          entry("api", "model walk coverage freedspace siting renewal scenario io store report"));

  @Test
  void arrows_never_turn_back() {
    var drawing = layeredArchitecture().consideringOnlyDependenciesInLayers();
    drawing = drawing.withOptionalLayers(true).ensureAllClassesAreContainedInArchitecture();
    drawing = drawing.layer("App, Cli").definedBy("org.lifecircle");
    for (String name : MAY_SEE.keySet()) {
      drawing = drawing.layer(name).definedBy("org.lifecircle." + name + "..");
    }
    for (var arrow : MAY_SEE.entrySet()) {
      var layer = drawing.whereLayer(arrow.getKey());
      drawing =
          arrow.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(arrow.getValue().split(" ", -1));
    }

    drawing.check(HOUSE);
  }

  /** A dot stands for the package of {@code App} and {@code Cli}. */
  @ParameterizedTest
  @CsvSource({
    "org.geotools..,         io",
    "com.google.protobuf..,  io",
    "com.fasterxml.jackson.., io api",
    "java.sql..,             io store",
    "org.sqlite..,           io store",
    "org.postgresql..,       store",
    "net.postgis..,          store",
    "com.zaxxer..,           store",
    "org.flywaydb..,         store",
    "com.google.ortools..,   siting",
    "io.javalin..,           api",
    "org.eclipse.jetty..,    api",
    "jakarta..,              api",
    "picocli..,              .",
    // The core has no files: same question, same answer.
    "java.nio.file..,        io store report api ."
  })
  void a_library_stays_in_its_rooms(String library, String rooms) {
    String[] homes = rooms.split(" ", -1);
    for (int i = 0; i < homes.length; i++) {
      homes[i] = homes[i].equals(".") ? "org.lifecircle" : "org.lifecircle." + homes[i] + "..";
    }

    noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true)
        .check(HOUSE);
  }
}
