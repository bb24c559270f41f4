package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Text;

/** All collections of an area. */
final class CollectionList implements Endpoint {

  private final OpenArea area;

  CollectionList(OpenArea area) {
    this.area = area;
  }

  @Override
  public Answer answer(Question question) {
    Map<String, Object> json = new LinkedHashMap<>();
    String title = question.in(new Text("图层", "Collections"));
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.link("self", question.format().mediaType(), question.self(), title));
    links.addAll(Links.alternates(question, title));
    json.put("title", title);
    json.put("links", links);
    json.put(
        "collections",
        Collections.of(area).stream()
            .map(
                collection ->
                    CollectionPage.describe(
                        area, collection, question, question.url() + "/" + collection.id()))
            .toList());
    return new Document(json);
  }
}
