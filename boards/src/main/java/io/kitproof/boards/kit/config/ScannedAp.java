package io.kitproof.boards.kit.config;

/**
 * An access point that a scan found.
 *
 * @param security the number that the page hands back for it, 4194308 for WPA2-AES (kits.md section
 *     2)
 * @param securityWord {@code OPEN}, {@code WEP}, {@code WPA}, {@code WPA2} or {@code UNKNOWN}
 * @param rssi signal strength in dBm, such as -54
 * @param bssid twelve hexadecimal digits
 */
public record ScannedAp(
    String ssid, int security, String securityWord, int rssi, int channel, String bssid) {}
