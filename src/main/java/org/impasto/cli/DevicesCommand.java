package org.impasto.cli;

import java.io.PrintStream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.impasto.style.DeviceStatus;
import org.impasto.style.Devices;

/** {@code impasto devices}. */
final class DevicesCommand implements Command {
    @Override
    public String name() {
        return "devices";
    }

    @Override
    public String summary() {
        return "Lists the devices that can paint, and why the others cannot.";
    }

    @Override
    public String usage() {
        return "impasto devices";
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    public int run(CommandLine line, PrintStream out, PrintStream err) {
        for (DeviceStatus device : Devices.list()) {
            out.printf("%-12s %-14s %s%n", device.name(), device.available() ? "available" : "not available", device.description());
        }
        return 0;
    }
}
