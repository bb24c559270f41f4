package org.lifecircle.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.util.JavalinBindException;
import java.net.BindException;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.programme.RecordKind;

/** The web server. It answers from the moment it has started; areas are opened meanwhile. */
public final class WebServer implements AutoCloseable {

  private static final int MAX_THREADS = 250;
  private static final int MIN_THREADS = 8;

  private final ServerSettings settings;
  private final Javalin javalin;

  /** A server of these areas that takes no files in. */
  public WebServer(OpenAreas areas) {
    this(areas, null);
  }

  /**
   * A server of these areas.
   *
   * @param importer of files that are sent; null refuses them
   */
  public WebServer(OpenAreas areas, @Nullable Importer importer) {
    this(areas, importer, AccessRules.LOCAL);
  }

  /**
   * A server of these areas.
   *
   * @param importer of files that are sent; null refuses them
   * @param access who may do what
   */
  public WebServer(OpenAreas areas, @Nullable Importer importer, AccessRules access) {
    settings = areas.settings();
    javalin = Javalin.create(config -> configure(config, areas, importer, access));
  }

  /**
   * Starts it.
   *
   * @throws BindException if the port is taken, or may not be used
   */
  public void start() throws BindException {
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      BindException complaint = new BindException(e.getMessage());
      complaint.initCause(e);
      throw complaint;
    }
  }

  /** The port it listens at. */
  public int port() {
    return javalin.port();
  }

  /** What it answers to: method and path, names in braces. */
  List<String> operations() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint.method + " " + handler.endpoint.path)
        .toList();
  }

  /** Answers what has been asked already, and stops. */
  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(
      JavalinConfig config, OpenAreas areas, @Nullable Importer importer, AccessRules access) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    config.jetty.modifyServer(
        server -> {
          // Without it, a few hundred uploads that never end use up all threads.
          server.insertHandler(new MinimumDataRateHandler(settings.minBytesPerSecond(), 0));
          server.insertHandler(new GracefulHandler());
          server.setStopTimeout(settings.requestSeconds() * 1000L);
          server.setErrorHandler(new JettyProblems());
        });
    config.jetty.modifyServletContextHandler(
        context -> context.setErrorHandler(new JettyProblems()));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(settings.headerBytes());
          http.setIdleTimeout(settings.idleSeconds() * 1000L);
        });
    config.router.javaLangErrorHandler(ProblemWriter::writeError);
    ProblemWriter.register(config.routes);
    config.routes.before(OtherSites::refuse);
    config.routes.before(new Access(access)::check);
    addRoutes(config.routes, areas);
    if (importer != null) {
      ImportDesk imports = new ImportDesk(areas, importer);
      config.routes.post("/areas", planning(imports::area));
      config.routes.post("/areas/{area}/layers/{layer}", planning(imports::layer));
    }
  }

  private static void addRoutes(RoutesConfig routes, OpenAreas areas) {
    Desk desk = new Desk(areas);
    routes.before(context -> context.header("X-Content-Type-Options", "nosniff"));
    byte[] palette = areas.exports().styles().palette().json();
    add(routes, WebFiles.PATH + "palette.json", context -> WebFiles.serveJson(context, palette));
    add(routes, WebFiles.PATH + "<file>", WebFiles::serve);
    for (Routes.ServerRoute route : Routes.ofServer(areas)) {
      add(routes, route.path(), context -> desk.serve(context, route.endpoint()));
    }
    String scenario = "/areas/{area}/scenarios/{scenario}";
    for (Routes.AreaRoute route : Routes.OF_AREA) {
      add(routes, "/areas/{area}" + route.path(), context -> desk.serve(context, route));
      add(routes, scenario + route.path(), context -> desk.serveScenario(context, route));
    }
    routes.post(
        "/areas/{area}/versions/{version}/restore", planning(new VersionDesk(areas)::restore));
    ScenarioDesk scenarios = new ScenarioDesk(areas);
    add(routes, "/areas/{area}/scenarios", scenarios::list);
    routes.post("/areas/{area}/scenarios", planning(scenarios::create));
    routes.put(scenario, planning(scenarios::replace));
    routes.patch(scenario, planning(scenarios::patch));
    routes.delete(scenario, planning(scenarios::delete));
    for (RecordKind kind : RecordKind.values()) {
      RecordDesk records = new RecordDesk(areas, kind);
      String path = "/areas/{area}/" + kind.code();
      add(routes, path, records::list);
      routes.post(path, records::create);
      add(routes, path + "/{record}", records::one);
      routes.put(path + "/{record}", records::replace);
      routes.delete(path + "/{record}", records::delete);
    }
    JobDesk jobs = new JobDesk(areas);
    ProcessDesk processes = new ProcessDesk(areas, desk, jobs);
    for (String base : List.of("/areas/{area}", scenario)) {
      add(routes, base + "/export.{format}", context -> ExportAnswers.refuse(context.path()));
      routes.post(base + "/plans", planning(jobs::plan));
      routes.post(base + "/location-allocation", planning(jobs::locate));
      add(routes, base + "/jobs", jobs::list);
      addJob(routes, base + "/jobs/{job}", jobs);
      routes.post(base + "/processes/{process}/execution", planning(processes::execute));
    }
    addJob(routes, "/jobs/{job}", jobs);
  }

  private static void addJob(RoutesConfig routes, String path, JobDesk jobs) {
    add(routes, path, jobs::status);
    add(routes, path + "/results", jobs::results);
    routes.delete(path, planning(jobs::dismiss));
  }

  /** What changes areas, scenarios and plans is for planners. */
  private static Handler planning(Handler handler) {
    return context -> {
      Access.requirePlanner(context);
      handler.handle(context);
    };
  }

  private static void add(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }
}
