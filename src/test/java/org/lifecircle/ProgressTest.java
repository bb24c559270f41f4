package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void a_log_gets_a_plain_line_for_each_step() {
    StringWriter log = new StringWriter();
    try (Progress progress = new Progress(new PrintWriter(log, true), 2, false)) {
      progress.step("读", "Reading");
      progress.step("算", "Computing");
    }

    String doing = Complaints.say("读", "Reading");
    assertEquals("[1/2] " + doing + " …", log.toString().lines().findFirst().orElse(""));
    assertEquals(2, log.toString().lines().count());
    assertFalse(log.toString().contains("\r"));
  }

  @Test
  void a_terminal_gets_a_bar_that_is_gone_when_it_is_done() {
    StringWriter screen = new StringWriter();
    try (Progress progress = new Progress(new PrintWriter(screen, true), 2, true)) {
      progress.step("读", "Reading");
      progress.step("算", "Computing");
    }

    assertTrue(screen.toString().contains("█".repeat(10) + "░".repeat(10)), screen.toString());
    assertTrue(screen.toString().endsWith("\r\033[K"));
  }
}
