package fr.syaga.facturation.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsPageTest {

    private static final Path PAGE = Path.of("..", "..", "settings.md");

    @Test
    void everySettingSaysWhatItIs() {
        assertThat(SettingsPage.read().mute()).isEmpty();
    }

    @Test
    void thePageOfSettingsIsThatOfTheServices() throws IOException {
        String page = SettingsPage.read().text();
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
    }
}
