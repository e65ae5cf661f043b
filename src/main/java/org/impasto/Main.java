package org.impasto;

import org.impasto.cli.App;

/** The entry point of the command line: the only place that ends the JVM. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.exit(new App(System.out, System.err).run(args));
    }
}
