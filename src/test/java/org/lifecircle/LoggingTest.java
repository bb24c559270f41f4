package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import org.geotools.util.factory.GeoTools;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
  @Test
  void the_log_survives_the_old_slf4j_inside_geotools() {
    var api = LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation();
    var geotools = GeoTools.class.getProtectionDomain().getCodeSource().getLocation();

    assertNotEquals(geotools, api, "geotools-wrapper must be the last dependency in pom.xml");
    assertInstanceOf(LoggerContext.class, LoggerFactory.getILoggerFactory());
  }

  @Test
  void the_web_server_is_quiet_and_the_program_speaks() {
    assertFalse(LoggerFactory.getLogger("org.eclipse.jetty.server").isInfoEnabled());
    assertTrue(LoggerFactory.getLogger("org.lifecircle.io").isInfoEnabled());
  }
}
