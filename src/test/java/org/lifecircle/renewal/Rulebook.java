package org.lifecircle.renewal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.programme.ProgrammeRules;

/** The shipped rules of a programme. */
public final class Rulebook {

  private Rulebook() {}

  public static ProgrammeRules shipped() {
    try {
      return PolicyFiles.renewalRules(
              Path.of(System.getProperty("lifecircle.home", "."), "config", "renewal.yaml"))
          .programme();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
