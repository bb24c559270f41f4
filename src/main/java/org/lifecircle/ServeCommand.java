package org.lifecircle;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Importer;
import org.lifecircle.api.OpenAreas;
import org.lifecircle.api.Policy;
import org.lifecircle.api.ServerSettings;
import org.lifecircle.api.WebServer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves every study area of the workspace. */
@Command(
    name = "serve",
    description = "启动服务。Serves every study area; an empty workspace gets the demo first.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private WorkspaceOption workspace;

  @Option(names = "--port", paramLabel = "PORT", description = "端口。Port; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(names = "--host", paramLabel = "HOST", description = "绑定地址。Address to bind.")
  private @Nullable String host;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Home home = Home.find();
    AppConfig config = home.app();
    if (port != null && (port < 0 || port > 65_535)) {
      throw new Complaints.UsageException(
          "端口应在 0 到 65535 之间", "a port is a number from 0 to 65535");
    }
    String address = host == null ? config.host() : host;
    int number = port == null ? config.port() : port;
    Workspace areas = workspace.open(home);
    Policy policy = home.policy();
    Importer importer = new Importer(policy, home.importRules(policy));
    if (areas.areas().isEmpty()) {
      out.println(Complaints.say("工作区为空，载入示范区 …", "Empty workspace: loading the demo district …"));
      out.flush();
      workspace.openToWrite(home);
      List<Path> demo = List.of(home.demo());
      StudyArea read = importer.read(null, demo, Importer.Said.NOTHING);
      Importer.keep(areas, read, demo);
      WorkspaceOption.keepRecords(areas, read.profile().id(), policy, home.demo());
    }
    ServerSettings settings = settings(config).at(address, number);
    try (OpenAreas open = new OpenAreas(areas, policy, settings);
        WebServer server = new WebServer(open, importer, config.access().rules(address))) {
      server.start();
      open.warmUp();
      out.println("LifeCircle: http://" + shown(address) + ":" + server.port() + "/");
      out.println(
          Complaints.say("研究范围：", "Areas: ")
              + String.join(", ", areas.areas())
              + Complaints.say("。按 Ctrl-C 停止。", ". Ctrl-C stops."));
      out.flush();
      waitForTheEnd(server);
    } catch (BindException e) {
      throw new Complaints.UsageException(
          "端口 " + number + " 已被占用或不可用，请用 --port 换一个",
          "port " + number + " is taken, or may not be used; choose another with --port");
    }
    return Complaints.DONE;
  }

  private static void waitForTheEnd(WebServer server) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  ended.countDown();
                }));
    ended.await();
  }

  private static String shown(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }

  private static ServerSettings settings(AppConfig config) {
    AppConfig.Requests requests = config.requests();
    int cores = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new ServerSettings(
        "127.0.0.1",
        0,
        requests.pageItems(),
        requests.maxPageItems(),
        requests.heavyAtOnce().orElse(cores),
        requests.heavyWaiting(),
        requests.jobsAtOnce(),
        requests.jobsWaiting(),
        requests.waitSeconds(),
        requests.requestSeconds(),
        requests.idleSeconds(),
        requests.headerBytes(),
        requests.minBytesPerSecond(),
        config.map());
  }
}
