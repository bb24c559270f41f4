package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Text;

/** The door of the whole server, for people: which areas there are. */
final class HomePage implements Endpoint {

  private final AreaList areas;

  HomePage(OpenAreas areas) {
    this.areas = new AreaList(areas);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.HTML, Format.JSON);
  }

  @Override
  public Answer answer(Question question) {
    if (question.format() == Format.JSON) {
      return areas.answer(question);
    }
    List<Html.Link> links = new ArrayList<>();
    areas
        .summaries()
        .forEach(
            summary ->
                links.add(
                    new Html.Link(
                        "/areas/" + summary.profile().id(),
                        question.in(summary.profile().name()))));
    links.add(new Html.Link("/areas", "JSON"));
    String title = question.in(new Text("生活圈规划", "LifeCircle"));
    return Html.page(question.language(), title, links);
  }
}
