package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void chinese_and_latin_columns_line_up_and_numbers_stand_at_the_right() {
    TextTable table = new TextTable("小区", "residents", "share");
    table.add("西工地", "1 204", "9.5 %");
    table.add("Yard 3", "87", "–");
    StringWriter text = new StringWriter();

    table.print(new PrintWriter(text, true));

    assertEquals(
        """
        小区    residents  share
        ──────  ─────────  ─────
        西工地      1 204  9.5 %
        Yard 3         87      –
        """,
        text.toString().replace(System.lineSeparator(), "\n"));
  }
}
