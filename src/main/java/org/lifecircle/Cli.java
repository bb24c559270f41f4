package org.lifecircle;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The words of the command line. */
@Command(
    name = "lifecircle",
    description = {"规划十五分钟生活圈。", "Plans 15-minute life circles in walled city districts."},
    mixinStandardHelpOptions = true,
    versionProvider = Cli.Version.class,
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      CoverageCommand.class,
      IsochroneCommand.class,
      FreedSpaceCommand.class,
      CandidatesCommand.class,
      ScenarioCommand.class,
      OpeningsCommand.class,
      PlanCommand.class,
      ExportCommand.class,
      ReportCommand.class,
      LedgerCommand.class,
      LiftsCommand.class,
      TokenCommand.class,
      VersionsCommand.class
    })
final class Cli implements Runnable {
  private Cli() {}

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      scope = ScopeType.INHERIT,
      description = "输出语言。Language of what is printed; else that of the machine.")
  void speak(String language) {
    if (!language.equals("zh") && !language.equals("en")) {
      throw new Complaints.UsageException("--lang 只能是 zh 或 en", "--lang is zh or en");
    }
    Locale.setDefault(Locale.forLanguageTag(language));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Cli()).setExecutionExceptionHandler(new Complaints());
  }

  /** No command given: say which there are. */
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /** Reads the version from the manifest, which Maven writes; unpackaged classes have none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = App.class.getPackage().getImplementationVersion();
      return new String[] {"LifeCircle " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
