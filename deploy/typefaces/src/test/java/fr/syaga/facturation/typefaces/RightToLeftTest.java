package fr.syaga.facturation.typefaces;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RightToLeftTest {

    @Test
    void arabicLettersAreJoined() {
        assertThat(new RightToLeft().shapeText("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
    }

    @Test
    void onlyATextOfSuchAScriptIsTurned() {
        assertThat(RightToLeft.isIn("Œuvre d’été 网络 🚀")).isFalse();
        assertThat(RightToLeft.isIn("Zed אב 19")).isTrue();
    }
}
