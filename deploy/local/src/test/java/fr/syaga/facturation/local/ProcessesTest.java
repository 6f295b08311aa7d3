package fr.syaga.facturation.local;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessesTest {

    @TempDir
    Path folder;

    @Test
    void aStrangerWithARememberedPidIsNotOurs() {
        Processes processes = new Processes(new Home(folder, folder, 18080));
        processes.remember(Processes.SUPERVISOR, ProcessHandle.current().pid());

        assertThat(processes.living(Processes.SUPERVISOR)).isEmpty();
    }

    @Test
    void aProcessWithTheRunsMarkIsOursAndIsStopped() throws Exception {
        Home home = new Home(folder, folder, 18080);
        Processes processes = new Processes(home);
        Process child = new ProcessBuilder("sh", "-c", "sleep 60; :", home.mark()).start();
        processes.remember("export-service", child.pid());
        assertThat(processes.living("export-service")).isPresent();

        assertThat(processes.stopOrphans()).isTrue();

        assertThat(child.waitFor()).isNotZero();
        assertThat(processes.children()).isEmpty();
        assertThat(processes.stopOrphans()).isFalse();
    }
}
