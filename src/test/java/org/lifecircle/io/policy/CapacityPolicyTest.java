package org.lifecircle.io.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.AgeBand;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.Fault;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Standard;

/** Who places are for: our own file, and faulty ones. */
class CapacityPolicyTest {

  private static final String RULES =
      """
      decay: {zones: [{weight: 1}, {weight: 0.5}], source: us, verified: true}
      users:
        - {kind: school, from: under_6, share_of_residents: 0.04, source: us, verified: true}
      others: {from: residents, source: us, verified: true}
      """;

  @TempDir private Path folder = Path.of("set by JUnit");

  @Test
  void kindergartens_are_for_half_of_those_under_six() throws IOException {
    PlaceUsers users = ours().users("kindergarten");

    assertEquals(AgeBand.UNDER_6, users.from());
    assertEquals(0.5, users.share());
    assertFalse(users.provenance().verified());
  }

  @Test
  void a_kind_nobody_speaks_of_is_for_everybody() throws IOException {
    PlaceUsers users = ours().users("clinic");

    assertEquals(AgeBand.RESIDENTS, users.from());
    assertEquals(1, users.shareOfResidents());
  }

  @Test
  void every_kind_with_users_of_its_own_is_one_of_the_national_standard() throws IOException {
    Standard standard = PolicyFiles.standard(Config.file("standards/gb50180-2018.yaml"));

    ours().users().forEach(users -> standard.kind(users.kind()));
  }

  @Test
  void weights_go_by_zones_of_equal_width_each_with_its_far_edge() throws IOException {
    CapacityRules rules = PolicyFiles.capacityRules(write(RULES));

    assertEquals(1, rules.weight(0, 300_001));
    assertEquals(1, rules.weight(150_000, 300_001));
    assertEquals(0.5, rules.weight(150_001, 300_001));
    assertEquals(0.5, rules.weight(300_001, 300_001));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight: 0.5               | weight: 1.5      | /decay/zones/1/weight       | 0 to 1",
        "'zones: [{weight: 1}, {'  | 'zones: [{'      | ''                          | ''",
        "{weight: 1}               | {weight: 0.2}    | ''                          | never rise",
        "kind: school              | kind: others     | ''                          | ''",
        "from: under_6             | from: children   | /users/0/from               | not one of",
        "', share_of_residents: 0.04' | ''            | /users/0/share_of_residents | is missing",
        "others:                   | rest:            | /others                     | is missing",
        "share_of_residents: 0.04  | share_of_residents: 4 | /users/0/share_of_residents | 0 to 1",
      })
  void a_faulty_file_is_refused_where_the_fault_is(
      String right, String wrong, String pointer, String reason) throws IOException {
    Path file = write(RULES.replace(right, wrong == null ? "" : wrong));
    if (reason.isEmpty()) {
      PolicyFiles.capacityRules(file); // a change that is none of ours to refuse
      return;
    }
    BadInputException e =
        assertThrows(BadInputException.class, () -> PolicyFiles.capacityRules(file));

    Fault fault = e.faults().get(0);
    assertTrue(fault.toString().contains(reason), fault::toString);
    assertTrue(fault.toString().contains(pointer), fault::toString);
  }

  private static CapacityRules ours() throws IOException {
    return PolicyFiles.capacityRules(Config.file("capacity.yaml"));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("capacity.yaml"), text);
  }
}
