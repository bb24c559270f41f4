package org.lifecircle.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;

/** A question that was understood: every parameter is known to the endpoint and within range. */
final class Question {

  /** Of which edition of the data a page is; links to other pages carry it. */
  static final Parameter<String> VERSION =
      Parameters.text(
          "version",
          new Text(
              "数据版本；翻页链接自带，使各页出自同一份数据",
              "edition of the data; links to further pages carry it, so that all are of the same"));

  private static final String FORMAT = "f";
  private static final String LANGUAGE = "lang";

  private final Asked asked;
  private final Map<String, Object> values;
  private final String language;
  private final Format format;
  private final List<Format> formats;

  private Question(
      Asked asked,
      Map<String, Object> values,
      String language,
      Format format,
      List<Format> formats) {
    this.formats = formats;
    this.asked = asked;
    this.values = values;
    this.language = language;
    this.format = format;
  }

  /**
   * Understands what was asked of an endpoint.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  static Question of(Asked asked, Endpoint endpoint) {
    List<Complaint> complaints = new ArrayList<>(asked.complaints());
    List<Parameter<?>> known = allParameters(endpoint);
    requireKnown(asked, known, complaints);
    Map<String, Object> values = new HashMap<>();
    for (Parameter<?> parameter : known) {
      read(parameter, asked.query().get(parameter.name()), values, complaints);
    }
    if (!complaints.isEmpty()) {
      throw Problem.badQuery(complaints).asException();
    }
    Object language = values.get(LANGUAGE);
    return new Question(
        asked,
        values,
        language == null ? Languages.of(asked.acceptLanguage()) : language.toString(),
        format(endpoint, values.get(FORMAT), asked.accept()),
        endpoint.allFormats());
  }

  /** What may be asked of an endpoint, with the two that may be asked of all. */
  static List<Parameter<?>> allParameters(Endpoint endpoint) {
    List<Parameter<?>> all = new ArrayList<>(endpoint.parameters());
    List<String> formats = endpoint.allFormats().stream().map(Format::code).distinct().toList();
    all.add(
        Parameters.oneOf(
            FORMAT,
            new Text("输出格式；缺省看 Accept 头", "form of the answer; else as Accept says"),
            formats));
    all.add(
        Parameters.oneOf(
            LANGUAGE,
            new Text("语言；缺省看 Accept-Language 头", "language; else as Accept-Language says"),
            List.of(Languages.CHINESE, Languages.ENGLISH)));
    return all;
  }

  private static void requireKnown(
      Asked asked, List<Parameter<?>> known, List<Complaint> complaints) {
    List<String> names = known.stream().map(Parameter::name).toList();
    for (String name : asked.query().keySet()) {
      if (!names.contains(name)) {
        String all = String.join(", ", names);
        complaints.add(
            Complaint.aboutQuery(
                Parameters.shown(name),
                "没有这个参数，可用的有：" + all,
                "there is no such parameter, only " + all));
      }
    }
  }

  private static void read(
      Parameter<?> parameter,
      @Nullable String text,
      Map<String, Object> values,
      List<Complaint> complaints) {
    if (text == null) {
      if (parameter.required()) {
        complaints.add(Complaint.aboutQuery(parameter.name(), "缺少此参数", "it is missing"));
      } else if (parameter.fallback() != null) {
        values.put(parameter.name(), parameter.fallback());
      }
      return;
    }
    try {
      values.put(parameter.name(), parameter.reader().read(text));
    } catch (BadValueException e) {
      complaints.add(Complaint.aboutQuery(parameter.name(), e.reason()));
    }
  }

  private static Format format(Endpoint endpoint, @Nullable Object code, @Nullable String accept) {
    List<Format> formats = endpoint.allFormats();
    for (Format format : formats) {
      boolean wanted =
          code == null
              ? accept != null && accept.contains(plain(format.mediaType()))
              : format.code().equals(code);
      if (wanted) {
        return format;
      }
    }
    return formats.get(0);
  }

  private static String plain(String mediaType) {
    return mediaType.split(";", 2)[0];
  }

  /** The value of a parameter that is required or has a fallback. */
  <T> T get(Parameter<T> parameter) {
    return find(parameter).orElseThrow(() -> new IllegalStateException(parameter.name()));
  }

  /** The value of a parameter, if it was given or has a fallback. */
  @SuppressWarnings("unchecked") // read put it there
  <T> Optional<T> find(Parameter<T> parameter) {
    return Optional.ofNullable((T) values.get(parameter.name()));
  }

  /** A name in the address, for example of the collection. */
  String path(String name) {
    String value = asked.path().get(name);
    if (value == null) {
      throw new IllegalStateException(name);
    }
    return value;
  }

  /** Whether the address has such a name. */
  boolean has(String name) {
    return asked.path().containsKey(name);
  }

  String language() {
    return language;
  }

  /** In the language of whoever asks. */
  String in(Text text) {
    return text.in(language);
  }

  Format format() {
    return format;
  }

  /** The forms the answer could have taken. */
  List<Format> formats() {
    return formats;
  }

  /** Where this was asked on the server, without the query. */
  String path() {
    int host = url().indexOf("://");
    int slash = url().indexOf('/', host < 0 ? 0 : host + 3);
    return slash < 0 ? "" : url().substring(slash);
  }

  /** Where this was asked, without the query. */
  String url() {
    return asked.url();
  }

  /** This question again, with one parameter changed. */
  String urlWith(String name, String value) {
    return urlWith(Map.of(name, value));
  }

  /** This question again, with some parameters changed. */
  String urlWith(Map<String, String> changed) {
    Map<String, String> query = new TreeMap<>(asked.query());
    query.putAll(changed);
    return url()
        + query.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** This very question. */
  String self() {
    return asked.query().isEmpty() ? url() : urlWith(FORMAT, format.code());
  }

  /** As it may stand in a query or as a step of a path. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
