package org.lifecircle;

/** Where the program starts. Everything a person can ask for is a command of {@link Cli}. */
public final class App {
  private App() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Cli.commandLine().execute(arguments));
  }
}
