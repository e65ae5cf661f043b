package org.impasto.style;

/**
 * A device and whether it can be used here.
 *
 * @param name as {@code --device} takes it
 * @param available whether a network can run on it
 * @param description what it is, or in one sentence why it cannot be used
 */
public record DeviceStatus(String name, boolean available, String description) {
}
