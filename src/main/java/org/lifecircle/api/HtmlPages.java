package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Answer.Page;
import org.lifecircle.io.Projection;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable.Row;

/**
 * Answers as pages for people: what a program gets as JSON, with links that can be followed, and
 * features as a small map above their table. Plain HTML and SVG; no script runs on these pages.
 */
final class HtmlPages {

  private static final String STYLE = WebFiles.PATH + "pages.css";

  private final Question question;
  private final StringBuilder html = new StringBuilder();

  private HtmlPages(Question question) {
    this.question = question;
  }

  /**
   * The page of an answer.
   *
   * @param projection of the area it is about; null when it is about none
   */
  static Answer of(Answer answer, Question question, @Nullable Projection projection) {
    HtmlPages page = new HtmlPages(question);
    if (answer instanceof Document document) {
      page.open(document.json().get("title"));
      page.value(document.json());
    } else if (answer instanceof Findings findings) {
      page.open(question.in(findings.table().title()));
      page.findings(findings, projection);
    } else {
      return answer;
    }
    page.html.append("</main></body></html>\n");
    return new Page(page.html.toString());
  }

  private void open(@Nullable Object title) {
    String name = title == null ? question.path().replaceFirst(".*/", "") : title.toString();
    html.append("<!doctype html>\n<html lang=\"").append(question.language());
    html.append("\"><head><meta charset=\"utf-8\"><title>");
    html.append(escaped(name)).append(" · LifeCircle</title>");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<link rel=\"icon\" href=\"/web/icon.svg\">");
    html.append("<link rel=\"stylesheet\" href=\"").append(STYLE).append("\"></head><body><nav>");
    way();
    html.append("<span class=\"forms\">");
    for (Format format : question.formats()) {
      if (format != Format.HTML) {
        link(question.urlWith("f", format.code()), format.code());
      }
    }
    link(question.urlWith("lang", "zh"), "中文");
    link(question.urlWith("lang", "en"), "English");
    html.append("</span></nav><main><h1>").append(escaped(name)).append("</h1>\n");
  }

  /** The steps of the address, each of which is a page too. */
  private void way() {
    String path = question.path();
    String host = question.url().substring(0, question.url().length() - path.length());
    List<String> steps = List.of(path.split("/", -1));
    for (int i = 1; i < steps.size(); i++) {
      String there = host + String.join("/", steps.subList(0, i + 1));
      boolean page = !steps.get(i).equals("scenarios") || i + 1 == steps.size();
      html.append(" / ");
      link(page ? there + "?f=html" : there, steps.get(i));
    }
  }

  private void findings(Findings findings, @Nullable Projection projection) {
    pager(findings.members().get("links"));
    if (projection != null) {
      html.append(SvgMap.of(findings.table().rows(), this::address));
    }
    table(findings);
    List<Map.Entry<String, ?>> members = new ArrayList<>(findings.members().entrySet());
    members.removeIf(member -> member.getKey().equals("links"));
    html.append("<dl>");
    members.forEach(member -> member(member.getKey(), member.getValue()));
    html.append("</dl>");
  }

  private void pager(@Nullable Object links) {
    if (!(links instanceof List<?> list)) {
      return;
    }
    html.append("<p class=\"pages\">");
    for (Object entry : list) {
      if (entry instanceof Map<?, ?> link
          && List.of("prev", "next", "collection").contains(link.get("rel"))) {
        String text =
            switch (String.valueOf(link.get("rel"))) {
              case "prev" -> question.in(new Text("← 上一页", "← previous"));
              case "next" -> question.in(new Text("下一页 →", "next →"));
              default -> question.in(new Text("图层", "collection"));
            };
        link(asPage(String.valueOf(link.get("href"))), text);
      }
    }
    html.append("</p>");
  }

  private static String asPage(String url) {
    if (url.contains("f=")) {
      return url.replaceFirst("([?&])f=[a-z]+", "$1f=html");
    }
    return url + (url.contains("?") ? "&" : "?") + "f=html";
  }

  private void table(Findings findings) {
    List<Column> columns =
        findings.table().columns().stream()
            .filter(
                c ->
                    findings.table().rows().stream()
                        .anyMatch(r -> r.values().get(c.name()) != null))
            .toList();
    html.append("<div class=\"table\"><table><thead><tr>");
    columns.forEach(c -> html.append("<th>").append(escaped(c.name())).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (Row row : findings.table().rows()) {
      html.append("<tr>");
      for (Column column : columns) {
        cell(row, column);
      }
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>");
  }

  private void cell(Row row, Column column) {
    Object value = row.values().get(column.name());
    html.append(value instanceof Number ? "<td class=\"number\">" : "<td>");
    String there = column.name().equals("id") ? address(row) : null;
    if (there != null && value != null) {
      link(there, value.toString());
    } else if (value instanceof List<?> list) {
      html.append(escaped(String.join(", ", list.stream().map(String::valueOf).toList())));
    } else if (value != null) {
      html.append(escaped(value.toString()));
    }
    html.append("</td>");
  }

  /** Where one of the features of a collection is; null when it has no page of its own. */
  private @Nullable String address(Row row) {
    Object id = row.values().get("id");
    return id != null && question.path().endsWith("/items")
        ? question.url() + "/" + Question.encode(id.toString()) + "?f=html"
        : null;
  }

  private void value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("href") instanceof String href) {
        String title = String.valueOf(map.get("title"));
        html.append("<span class=\"rel\">").append(escaped(String.valueOf(map.get("rel"))));
        html.append("</span> ");
        link(href, title);
      } else {
        html.append("<dl>");
        map.forEach((name, member) -> member(String.valueOf(name), member));
        html.append("</dl>");
      }
    } else if (value instanceof List<?> list) {
      html.append("<ul>");
      for (Object item : list) {
        html.append("<li>");
        value(item);
        html.append("</li>");
      }
      html.append("</ul>");
    } else if (value instanceof String text && text.matches("https?://[^\\s]+")) {
      link(text, text);
    } else if (value != null) {
      html.append(escaped(value.toString()));
    }
  }

  private void member(String name, @Nullable Object value) {
    if (value != null) {
      html.append("<dt>").append(escaped(name)).append("</dt><dd>");
      value(value);
      html.append("</dd>");
    }
  }

  private void link(String href, String text) {
    html.append("<a href=\"").append(escaped(href)).append("\">");
    html.append(escaped(text)).append("</a> ");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
