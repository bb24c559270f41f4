package org.lifecircle.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what.
 *
 * @param anonymous what those without a token may
 */
public record AccessRules(Role anonymous, List<Token> tokens) {

  /**
   * Whoever reaches the server is the one who sits at it; persons are for registrars all the same.
   */
  public static final AccessRules LOCAL = new AccessRules(Role.PLANNER, List.of());

  /**
   * A token, of which only the hash is known.
   *
   * @param name of whom it was given to, as the audit shows it
   * @param sha256 of the token, in hexadecimal; tokens are long and random, so it needs no salt
   */
  public record Token(String name, Role role, String sha256) {

    @Override
    public String toString() {
      return name + " (" + role.code() + ")";
    }
  }

  public AccessRules {
    tokens = List.copyOf(tokens);
  }

  /** Whose token this is. */
  Optional<Token> find(String token) {
    byte[] hash = hash(token).getBytes(StandardCharsets.US_ASCII);
    Optional<Token> found = Optional.empty();
    for (Token known : tokens) { // all of them, so that the time tells nothing
      byte[] wanted = known.sha256().getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(hash, wanted) && found.isEmpty()) {
        found = Optional.of(known);
      }
    }
    return found;
  }

  /** The hash of a token, as the configuration holds it. */
  public static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
