package org.lifecircle.io.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;

/** What people get wrong in a policy file is told with the file, the place and what to do. */
class WrongPolicyTest {

  private static final String STANDARD =
      """
      id: town
      name: {zh: 本地标准, en: Town}
      source: the council
      verified: true
      tiers:
        - {tier: 5, limit_m: 300, limit_minutes: 5, verified: true}
      kinds:
        - {id: shop, name: {zh: 商店, en: Shop}, plot: shared, verified: true}
        - {id: well, name: {zh: 水井, en: Well}, plot: own, walked_to: false, verified: true}
      requirements:
        - {id: near_shop, tier: 5, accepts: shop, obligation: must, verified: true}
      """;

  @TempDir private Path folder = Path.of("set by JUnit");

  @Test
  void the_town_standard_itself_is_fine() throws IOException {
    assertEquals("town", PolicyFiles.standard(write(STANDARD)).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plot: shared     | plot: shared, colour: red  | /kinds/0/colour          | unknown key",
        "plot: shared     | plot: rented               | /kinds/0/plot            | not one of own",
        "plot: shared,    | ''                         | /kinds/0/plot            | is missing",
        "id: well         | id: shop                   | /kinds/1/id              | there twice",
        "id: well         | id: Well                   | /kinds/1/id              | lower-case",
        "'zh: 商店, '     | ''                         | /kinds/0/name/zh         | is missing",
        "accepts: shop    | accepts: shoe              | /requirements/0/accepts  | unknown kind 'shoe'",
        "accepts: shop    | 'accepts: [shop, well]'    | /requirements/0/accepts  | stand in for",
        "accepts: shop    | accepts: []                | /requirements/0/accepts  | at least one",
        "tier: 5, acc     | tier: 10, acc              | /requirements/0/tier     | no limit under tiers",
        "tier: 5, acc     | tier: 7, acc               | /requirements/0/tier     | not one of block, 5",
        "must             | 'must, limit_m: -70'       | /requirements/0/limit_m  | not within 1 to",
        "must             | 'must, limit_m: far'       | /requirements/0/limit_m  | whole number",
        "must             | 'must, min_width_m: 1e400' | /requirements/0/min_width_m | not a number",
        "plot: own        | 'plot: own, min_land_area_m2: 9, max_land_area_m2: 5' | /kinds/1 | from 9.0 to 5.0",
        "limit_m: 300     | limit_m: 0                 | /tiers/0/limit_m         | not within 1 to",
        "tier: 5, lim     | tier: block, lim           | /tiers/0                 | judged by presence",
        "must, verified: true | must                   | /requirements/0/verified | is missing",
        "must, verified: true | 'must, verified: false' | /requirements/0/mark    | how far it is",
        "must, verified: true | 'must, verified: true, mark: recall-low' | /requirements/0/mark | contradicts",
        "source: the council | ''                      | /source                  | is missing",
        "id: town         | id: village                | /id                      | name of the file",
        "id: town         | 'id: town\nkinds_from: ../town' | /kinds_from         | name of another standard"
      })
  void a_wrong_line_is_refused_with_its_place(
      String right, String wrong, String pointer, String complaint) throws IOException {
    assertTrue(STANDARD.contains(right), right);
    Path file = write(STANDARD.replace(right, wrong.replace("\\n", "\n")));

    Fault fault = onlyFault(file);

    assertEquals("town.yaml", fault.file());
    assertEquals(pointer, fault.pointer());
    assertTrue(fault.reason().en().contains(complaint), fault.reason().en());
    assertTrue(fault.reason().zh().codePoints().anyMatch(Character::isIdeographic));
  }

  @Test
  void all_that_is_wrong_is_told_at_once() throws IOException {
    Path file =
        write(STANDARD.replace("plot: shared", "plot: rented").replace("must", "perhaps, size: 3"));

    List<String> pointers = faults(file).stream().map(Fault::pointer).toList();

    assertEquals(
        List.of("/kinds/0/plot", "/requirements/0/obligation", "/requirements/0/size"), pointers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mm_per_s: 1330 | mm_per_s: -1330 | /groups/1/speed/mm_per_s | not within 100 to",
        "mm_per_s: 1330 | mm_per_s: 1.33 | /groups/1/speed/mm_per_s | whole number",
        "id: planning | id: plan | /groups | no group 'planning'",
        "id: cane | id: adult | /groups/7/id | there twice",
        "kind: ramp | kind: steps | /path_widths/5/kind | there twice",
        "unmarked_crossing: shared_node | unmarked_crossing: guess | /crossings/osm/unmarked_crossing | blocked, shared_node, open",
        "step_m: 5 | step_m: 0 | /frontage/step_m | not within 0.1",
        "rest_s: 30, rest_every_floors: 3, source: elder60 | rest_s: 30, source: elder60 | /groups/4/stairs | its seconds and its floors",
        "share: 0.63 | share: 63 | /groups/1/population/share | not within 0.0 to 1.0"
      })
  void a_wrong_walking_rule_is_refused_with_its_place(
      String right, String wrong, String pointer, String complaint) throws IOException {
    String rules = Files.readString(Config.file("walking.yaml"));
    assertTrue(rules.contains(right), right);
    Path file = Files.writeString(folder.resolve("walking.yaml"), rules.replace(right, wrong));

    BadInputException refusal =
        assertThrows(BadInputException.class, () -> PolicyFiles.walkingRules(file));

    Fault fault = refusal.faults().get(0);
    assertEquals("walking.yaml", fault.file());
    assertEquals(pointer, fault.pointer());
    assertTrue(fault.reason().en().contains(complaint), fault.reason().en());
  }

  @Test
  void a_key_given_twice_is_refused() throws IOException {
    Fault fault = onlyFault(write(STANDARD + "id: town\n"));

    assertTrue(fault.reason().en().contains("line 12"), fault.reason().en());
    assertTrue(fault.reason().en().contains("Duplicate field 'id'"), fault.reason().en());
  }

  @Test
  void a_file_that_is_not_yaml_is_refused_with_its_line() throws IOException {
    Fault fault = onlyFault(write("id: [town\nname: }\n"));

    assertTrue(fault.reason().en().matches("line [12] is not valid YAML.*"), fault.reason().en());
  }

  @Test
  void an_empty_file_a_list_and_a_second_document_are_refused() throws IOException {
    assertTrue(onlyFault(write("")).reason().en().contains("keys and values"));
    assertTrue(onlyFault(write("- id: town\n")).reason().en().contains("keys and values"));
    assertEquals(1, faults(write(STANDARD + "---\n" + STANDARD)).size());
  }

  @Test
  void an_alias_is_refused_rather_than_taken_for_its_name() throws IOException {
    Fault fault = onlyFault(write(STANDARD.replace("en: Town}", "en: &t Town, zz: *t}")));

    assertEquals("/name/zz", fault.pointer());
  }

  @Test
  void a_missing_a_huge_and_a_misencoded_file_are_refused() throws IOException {
    Path gbk = folder.resolve("gbk.yaml");
    Files.write(gbk, STANDARD.getBytes(Charset.forName("GBK")));
    Path huge = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);

    assertTrue(onlyFault(folder.resolve("none.yaml")).reason().en().contains("no such file"));
    assertTrue(onlyFault(gbk).reason().en().contains("UTF-8"));
    assertTrue(onlyFault(huge).reason().en().contains("larger than 1 MB"));
  }

  @Test
  void a_standard_builds_on_one_beside_it_and_no_further() throws IOException {
    write(STANDARD);
    Path village = folder.resolve("village.yaml");
    Files.writeString(village, derived("village", "town"));
    Path hamlet = folder.resolve("hamlet.yaml");
    Files.writeString(hamlet, derived("hamlet", "village"));
    Path lost = folder.resolve("lost.yaml");
    Files.writeString(lost, derived("lost", "nowhere"));

    assertEquals(2, PolicyFiles.standard(village).kinds().size());
    assertEquals("village.yaml", onlyFault(hamlet).file());
    assertEquals("/kinds_from", onlyFault(hamlet).pointer());
    assertEquals("nowhere.yaml", onlyFault(lost).file());
  }

  private static String derived(String id, String from) {
    String own = STANDARD.replace("id: town", "id: " + id + "\nkinds_from: " + from);
    return own.replaceAll("(?s)kinds:\n.*requirements:", "kinds: []\nrequirements:");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("town.yaml"), text);
  }

  private static Fault onlyFault(Path file) {
    List<Fault> faults = faults(file);
    assertEquals(1, faults.size(), faults.toString());
    return faults.get(0);
  }

  private static List<Fault> faults(Path file) {
    return assertThrows(BadInputException.class, () -> PolicyFiles.standard(file)).faults();
  }
}
