package org.lifecircle.api;

import java.util.List;
import org.lifecircle.api.Answer.Page;

/** Pages so plain that they need no template. */
final class Html {

  record Link(String href, String text) {}

  private Html() {}

  static Page page(String language, String title, List<Link> links) {
    StringBuilder html = new StringBuilder(1024);
    html.append("<!doctype html>\n<html lang=\"").append(language).append("\">\n");
    html.append("<meta charset=\"utf-8\">\n<title>").append(escape(title)).append("</title>\n");
    html.append("<h1>").append(escape(title)).append("</h1>\n<ul>\n");
    for (Link link : links) {
      html.append("<li><a href=\"").append(escape(link.href())).append("\">");
      html.append(escape(link.text())).append("</a></li>\n");
    }
    return new Page(html.append("</ul>\n</html>\n").toString());
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
