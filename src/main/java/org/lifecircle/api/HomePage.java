package org.lifecircle.api;

import java.util.List;

/** The door of the whole server: the map for people, the list of areas for programs. */
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
    return question.format() == Format.JSON ? areas.answer(question) : WebFiles.map();
  }
}
