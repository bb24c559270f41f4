package org.lifecircle.api;

import org.lifecircle.model.Text;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: {@code /query/} and the name of a parameter, or {@code /path/} and its name
 * @param reason what is wrong, and what would have been accepted
 */
record Complaint(String pointer, Text reason) {

  static Complaint aboutQuery(String parameter, String zh, String en) {
    return aboutQuery(parameter, new Text(zh, en));
  }

  static Complaint aboutQuery(String parameter, Text reason) {
    return new Complaint("/query/" + parameter, reason);
  }
}
