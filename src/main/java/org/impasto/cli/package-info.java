/** The command line: one class per subcommand, exit codes, progress. Knows every other package; none knows it. */
package org.impasto.cli;
