package org.lifecircle.api;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;

/**
 * How records are asked for.
 *
 * @param day as of which they are read
 */
record RecordQuery(LocalDate day, String language) {

  private static final Parameter<LocalDate> AS_OF = Days.parameter();
  private static final Parameter<String> FORM =
      Parameters.oneOf("f", new Text("输出格式", "form of the answer"), List.of(Format.JSON.code()));
  private static final Parameter<String> LANGUAGE =
      Parameters.oneOf(
          "lang",
          new Text("语言；缺省看 Accept-Language 头", "language; else as Accept-Language says"),
          List.of(Languages.CHINESE, Languages.ENGLISH));

  static final List<Parameter<?>> PARAMETERS = List.of(AS_OF, FORM, LANGUAGE);

  /**
   * What a request asks.
   *
   * @throws ProblemException with all that is wrong with it
   */
  static RecordQuery of(Context context) {
    List<Complaint> complaints = new ArrayList<>();
    Map<String, String> query = QueryString.parse(context.queryString(), complaints);
    List<String> known = PARAMETERS.stream().map(Parameter::name).toList();
    if (!known.containsAll(query.keySet())) {
      String all = String.join(", ", known);
      complaints.add(
          Complaint.aboutQuery(
              "", "有不认识的参数；可用的有 " + all, "there is an unknown parameter; there are " + all));
    }
    Optional<LocalDate> day = read(AS_OF, query.get(AS_OF.name()), complaints);
    read(FORM, query.get(FORM.name()), complaints);
    Optional<String> language = read(LANGUAGE, query.get(LANGUAGE.name()), complaints);
    if (!complaints.isEmpty()) {
      throw Problem.badQuery(complaints).asException();
    }
    return new RecordQuery(
        day.orElseGet(Days::today),
        language.orElseGet(() -> Languages.of(context.header("Accept-Language"))));
  }

  private static <T> Optional<T> read(
      Parameter<T> parameter, @Nullable String text, List<Complaint> complaints) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(parameter.reader().read(text));
    } catch (BadValueException e) {
      complaints.add(Complaint.aboutQuery(parameter.name(), e.reason()));
      return Optional.empty();
    }
  }
}
