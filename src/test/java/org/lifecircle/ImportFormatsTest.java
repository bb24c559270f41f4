package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.Demo.Said;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.Workspace;

/** Areas come in by the command a person types, whole or a layer at a time. */
class ImportFormatsTest {

  @TempDir static Path workspace;
  @TempDir Path folder;

  @BeforeAll
  static void keepTheDemo() throws IOException {
    Demo.load(workspace);
  }

  private static Said load(String area, Object... words) {
    String[] all = new String[words.length + 4];
    all[0] = "import";
    all[1] = area;
    for (int i = 0; i < words.length; i++) {
      all[i + 2] = words[i].toString();
    }
    all[all.length - 2] = "--workspace";
    all[all.length - 1] = workspace.toString();
    return Demo.run(all);
  }

  private static StudyArea demo() {
    Workspace kept = Workspace.at(workspace);
    List<DatasetVersion> versions = kept.versions("xigong");
    return kept.read(versions.get(versions.size() - 1)).area();
  }

  private static StudyArea area(String id) {
    Workspace kept = Workspace.at(workspace);
    return kept.read(kept.findCurrent(id).orElseThrow()).area();
  }

  @Test
  void a_kept_version_that_is_imported_again_is_the_same_area() {
    Path version = workspace.resolve("areas/xigong/versions/1.gpkg");

    Said said = load("again", version);

    assertEquals(0, said.exitCode(), said.err());
    StudyArea demo = demo();
    StudyArea again = area("again");
    assertEquals(demo.boundary().norm(), again.boundary().norm());
    for (Layer layer : Layer.values()) {
      assertTrue(demo.layer(layer).equals(again.layer(layer)), layer.code());
    }
  }

  @Test
  void one_layer_comes_anew_from_a_gbk_csv_and_the_others_stay() throws IOException {
    StudyArea before = demo();
    Path csv = folder.resolve("大门.csv");
    Files.writeString(
        csv, "出入口编号,通行权限,宽度（米）,经度,纬度\n东门,居民,3.5米,112.4301,34.6701\n", Charset.forName("GBK"));

    Said said = load("xigong", csv, "--layer", "gates");

    assertEquals(0, said.exitCode(), said.err());
    StudyArea after = area("xigong");
    assertEquals(1, after.gates().size());
    assertEquals("东门", after.gates().get(0).id());
    for (Layer layer : Layer.values()) {
      if (layer != Layer.GATES) {
        assertTrue(before.layer(layer).equals(after.layer(layer)), layer.code());
      }
    }
    assertTrue(said.out().contains("encoding_guessed"), said.out());
  }

  @Test
  void a_wrong_layer_leaves_the_area_as_it_was() throws IOException {
    int versions = Workspace.at(workspace).versions("xigong").size();
    Path csv = folder.resolve("gates.csv");
    Files.writeString(csv, "id,access,lon,lat\na,by chance,112.43,34.67\na,public,112.43,34.67\n");

    Said said = load("xigong", csv, "--update");

    assertEquals(3, said.exitCode(), said.out());
    assertTrue(said.err().contains("gates.csv / gates / a"), said.err());
    assertTrue(said.err().contains("'by chance' is not one of"), said.err());
    assertEquals(versions, Workspace.at(workspace).versions("xigong").size());
  }

  @Test
  void an_unknown_encoding_datum_or_layer_is_bad_usage() throws IOException {
    Path csv = folder.resolve("gates.csv");
    Files.writeString(csv, "id,lon,lat\n");

    assertEquals(2, load("xigong", csv, "--encoding", "klingon").exitCode());
    assertEquals(2, load("xigong", csv, "--datum", "mars").exitCode());
    assertEquals(2, load("xigong", csv, "--layer", "trees").exitCode());
    assertEquals(2, load("nowhere", csv, "--update").exitCode());
  }
}
