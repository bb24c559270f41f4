package org.lifecircle;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.lifecircle.api.AccessRules;
import org.lifecircle.api.Role;
import org.lifecircle.model.Coded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a token, and the line of the configuration that knows it. */
@Command(
    name = "token",
    description = "生成访问令牌。Makes a token for somebody; only its hash is kept.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  private static final int BYTES = 32;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "给谁。Whom it is for.")
  private String name;

  @Option(names = "--role", required = true, description = "viewer, planner, registrar, admin")
  private String role = "";

  @Override
  public Integer call() {
    Role wanted =
        Coded.find(Role.class, role)
            .filter(r -> r != Role.NONE)
            .orElseThrow(
                () ->
                    new Complaints.UsageException(
                        "--role 须为 viewer、planner、registrar 或 admin",
                        "--role is viewer, planner, registrar or admin"));
    if (!name.matches("[\\p{L}\\p{N} ._-]{1,60}")) {
      throw new Complaints.UsageException(
          "名称只能含文字、数字、空格和 . _ -", "a name holds letters, digits, spaces and . _ -");
    }
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    PrintWriter out = spec.commandLine().getOut();
    out.println(Complaints.say("令牌（只显示这一次）：", "token (shown this once): ") + token);
    out.println(
        Complaints.say(
            "加入 config/app.yaml 的 access.tokens：", "add to access.tokens in config/app.yaml:"));
    out.println(
        "    - {name: \"%s\", role: %s, sha256: \"%s\"}"
            .formatted(name, wanted.code(), AccessRules.hash(token)));
    out.flush();
    return Complaints.DONE;
  }
}
