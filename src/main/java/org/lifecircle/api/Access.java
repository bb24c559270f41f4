package org.lifecircle.api;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out who asks, and turns away who may not. */
final class Access {

  /**
   * Who asks.
   *
   * @param name of the token; {@code local} without one
   */
  record Who(String name, Role role) {}

  private static final String ATTRIBUTE = "who";
  private static final String LOCAL = "local";
  private static final String SCHEME = "Bearer ";
  private static final Set<HandlerType> READING =
      Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

  private final AccessRules rules;

  Access(AccessRules rules) {
    this.rules = rules;
  }

  /** Before every request. */
  void check(Context context) {
    Who who = who(context.header("Authorization"), context);
    context.attribute(ATTRIBUTE, who);
    if (context.path().startsWith("/health/")) {
      return;
    }
    boolean reading = READING.contains(context.method());
    if (reading ? !who.role().reads() : !who.role().keepsRecords()) {
      throw refusal(context, "没有相应的权限", "this takes a token of a role that may");
    }
  }

  private Who who(@Nullable String header, Context context) {
    if (header == null) {
      return new Who(LOCAL, rules.anonymous());
    }
    Optional<AccessRules.Token> token =
        header.startsWith(SCHEME)
            ? rules.find(header.substring(SCHEME.length()).strip())
            : Optional.empty();
    return token
        .map(known -> new Who(known.name(), known.role()))
        .orElseThrow(() -> unknown(context));
  }

  /** Who asks; for a request that was checked. */
  static Who of(Context context) {
    Who who = context.attribute(ATTRIBUTE);
    return who == null ? new Who(LOCAL, Role.NONE) : who;
  }

  /**
   * Returns if whoever asks changes areas, scenarios and plans.
   *
   * @throws ProblemException otherwise
   */
  static void requirePlanner(Context context) {
    if (!of(context).role().plans()) {
      throw refusal(context, "需要 planner 令牌", "this takes a planner's token");
    }
  }

  /**
   * Returns if whoever asks may see persons.
   *
   * @throws ProblemException otherwise
   */
  static void requireRegistrar(Context context) {
    if (!of(context).role().seesPersons()) {
      throw refusal(
          context, "涉及个人信息，需要 registrar 令牌", "this is about persons and takes a registrar's token");
    }
  }

  private static ProblemException unknown(Context context) {
    context.header("WWW-Authenticate", "Bearer");
    return Problem.of(
            ProblemKind.UNKNOWN_TOKEN,
            "令牌无效；请用 Authorization: Bearer 令牌，令牌由 ./lifecircle token 生成",
            "the token is not known; send Authorization: Bearer TOKEN, as made by ./lifecircle token")
        .asException();
  }

  private static ProblemException refusal(Context context, String zh, String en) {
    boolean anonymous = context.header("Authorization") == null;
    if (anonymous) {
      context.header("WWW-Authenticate", "Bearer");
    }
    return Problem.of(
            anonymous ? ProblemKind.TOKEN_NEEDED : ProblemKind.FORBIDDEN,
            zh + "（Authorization: Bearer …；config/app.yaml 的 access）",
            en + " (Authorization: Bearer …; access in config/app.yaml)")
        .asException();
  }
}
