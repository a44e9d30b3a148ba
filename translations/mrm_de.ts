<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&amp;Start pre-training…</source>
        <translation>Vortraining &amp;starten…</translation>
    </message>
    <message>
        <source>Chooses the settings of a new run and starts it in a worker process, which goes on when this window is closed.</source>
        <translation>Legt die Einstellungen eines neuen Laufs fest und startet ihn in einem eigenen Programm, das weiterläuft, wenn dieses Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Holds the run after its present step. It keeps its memory; resuming goes on at once.</source>
        <translation>Hält den Lauf nach dem gegenwärtigen Schritt an. Er behält seinen Speicher; beim Fortsetzen geht es sofort weiter.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Lets a paused run go on.</source>
        <translation>Lässt einen angehaltenen Lauf weitergehen.</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Starts a worker that goes on from the run&apos;s last checkpoint, or from the beginning where there is none.</source>
        <translation>Startet ein Trainingsprogramm, das beim letzten Sicherungspunkt des Laufs weitermacht oder, wo es keinen gibt, von vorn beginnt.</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Writes a checkpoint, then ends the run&apos;s worker. The run can be resumed later from there.</source>
        <translation>Schreibt einen Sicherungspunkt und beendet dann das Trainingsprogramm. Der Lauf kann später von dort fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Write a &amp;checkpoint now</source>
        <translation>Jetzt &amp;sichern</translation>
    </message>
    <message>
        <source>Saves model, optimizer and position, so that the run can go on from here whatever happens.</source>
        <translation>Sichert Modell, Optimierer und Position, sodass der Lauf von hier aus weitergehen kann, was auch geschieht.</translation>
    </message>
    <message>
        <source>Open &amp;run folder…</source>
        <translation>&amp;Laufordner öffnen…</translation>
    </message>
    <message>
        <source>Shows a run that lies elsewhere, for example one that another computer writes to a shared disk.</source>
        <translation>Zeigt einen Lauf, der anderswo liegt, zum Beispiel einen, den ein anderer Rechner auf ein gemeinsames Laufwerk schreibt.</translation>
    </message>
    <message>
        <source>Take off the &amp;list</source>
        <translation>Aus der &amp;Liste nehmen</translation>
    </message>
    <message>
        <source>Shows a run folder of elsewhere no longer. Nothing is deleted.</source>
        <translation>Zeigt einen Laufordner von anderswo nicht mehr an. Es wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Opens the folder of the run.</source>
        <translation>Öffnet den Ordner des Laufs.</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is.</source>
        <translation>Hell oder dunkel, wie die Arbeitsfläche es ist.</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dark text on a light window.</source>
        <translation>Dunkler Text auf hellem Fenster.</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light text on a dark window, as in a reading room.</source>
        <translation>Heller Text auf dunklem Fenster, wie im Befundungsraum.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation>&amp;Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Opens synthetic radiographs with matching reports, to try everything without patient data. Made the first time.</source>
        <translation>Öffnet künstliche Röntgenbilder mit passenden Befunden, um alles ohne Patientendaten auszuprobieren. Wird beim ersten Mal erzeugt.</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Opens a project&apos;s folder.</source>
        <translation>Öffnet den Ordner eines Projekts.</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt s&amp;chließen</translation>
    </message>
    <message>
        <source>Goes back to the start page. Runs that are at work go on.</source>
        <translation>Kehrt zur Startseite zurück. Laufende Läufe gehen weiter.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Closes the window. Runs that are at work go on, and are found again at the next start.</source>
        <translation>Schließt das Fenster. Laufende Läufe gehen weiter und werden beim nächsten Start wiedergefunden.</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>Which records do I have? Images, reports, and what was set aside.</source>
        <translation>Welche Datensätze habe ich? Bilder, Befunde und was beiseitegelegt wurde.</translation>
    </message>
    <message>
        <source>&amp;Pre-train</source>
        <translation>&amp;Vortraining</translation>
    </message>
    <message>
        <source>Is it learning? Runs with their curves and what they restore.</source>
        <translation>Lernt es? Läufe mit ihren Kurven und dem, was sie wiederherstellen.</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlssuche…</translation>
    </message>
    <message>
        <source>Finds everything that can be done by typing.</source>
        <translation>Findet alles, was getan werden kann, durch Tippen.</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Puts all panels back where they were at first.</source>
        <translation>Setzt alle Bereiche dorthin zurück, wo sie anfangs waren.</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Uses the whole screen.</source>
        <translation>Nutzt den ganzen Bildschirm.</translation>
    </message>
    <message>
        <source>Changes the language of the window.</source>
        <translation>Ändert die Sprache des Fensters.</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>Explains what is clicked next.</source>
        <translation>Erklärt, was als Nächstes angeklickt wird.</translation>
    </message>
    <message>
        <source>&amp;About MRM Workbench</source>
        <translation>Ü&amp;ber MRM Workbench</translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation>Version und Lizenz.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Explains the stage that is open, and everything else.</source>
        <translation>Erklärt den geöffneten Bereich und alles andere.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last change of the records back.</source>
        <translation>Nimmt die letzte Änderung an den Datensätzen zurück.</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back.</source>
        <translation>Macht die zurückgenommene Änderung noch einmal.</translation>
    </message>
    <message>
        <source>Select &amp;all records</source>
        <translation>&amp;Alle Datensätze auswählen</translation>
    </message>
    <message>
        <source>Selects every record that is shown.</source>
        <translation>Wählt jeden Datensatz aus, der gezeigt wird.</translation>
    </message>
    <message>
        <source>&amp;Find records</source>
        <translation>Datensätze &amp;suchen</translation>
    </message>
    <message>
        <source>Searches reports, patients, studies and files.</source>
        <translation>Durchsucht Befunde, Patienten, Studien und Dateien.</translation>
    </message>
    <message>
        <source>&amp;Show all records</source>
        <translation>Alle Datensätze &amp;zeigen</translation>
    </message>
    <message>
        <source>Clears the search and every choice at the left.</source>
        <translation>Leert die Suche und jede Auswahl links.</translation>
    </message>
    <message>
        <source>E&amp;xclude</source>
        <translation>Ausschl&amp;ießen</translation>
    </message>
    <message>
        <source>Sets the selected records aside: nothing is trained on them. They stay in the catalogue.</source>
        <translation>Legt die ausgewählten Datensätze beiseite: Mit ihnen wird nicht trainiert. Sie bleiben im Katalog.</translation>
    </message>
    <message>
        <source>Exclude with &amp;reason…</source>
        <translation>Mit &amp;Grund ausschließen…</translation>
    </message>
    <message>
        <source>Sets the selected records aside and notes why.</source>
        <translation>Legt die ausgewählten Datensätze beiseite und hält fest, warum.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Makes the selected records usable again.</source>
        <translation>Macht die ausgewählten Datensätze wieder verwendbar.</translation>
    </message>
    <message>
        <source>Puts the selected records into this split. Records of one patient belong into one.</source>
        <translation>Ordnet die ausgewählten Datensätze diesem Teil zu. Datensätze eines Patienten gehören in denselben.</translation>
    </message>
    <message>
        <source>Split: &amp;training</source>
        <translation>Aufteilung: &amp;Training</translation>
    </message>
    <message>
        <source>Split: &amp;validation</source>
        <translation>Aufteilung: &amp;Validierung</translation>
    </message>
    <message>
        <source>Split: t&amp;est</source>
        <translation>Aufteilung: T&amp;est</translation>
    </message>
    <message>
        <source>Split: &amp;none</source>
        <translation>Aufteilung: &amp;keine</translation>
    </message>
    <message>
        <source>Set vie&amp;w…</source>
        <translation>Pro&amp;jektion setzen…</translation>
    </message>
    <message>
        <source>Says which projection the selected images are: PA, AP, LATERAL…</source>
        <translation>Sagt, welche Projektion die ausgewählten Bilder zeigen: PA, AP, LATERAL…</translation>
    </message>
    <message>
        <source>&amp;Add tag…</source>
        <translation>Markierung h&amp;inzufügen…</translation>
    </message>
    <message>
        <source>Marks the selected records with a word of your own, to find them again.</source>
        <translation>Kennzeichnet die ausgewählten Datensätze mit einem eigenen Wort, um sie wiederzufinden.</translation>
    </message>
    <message>
        <source>Re&amp;move tag…</source>
        <translation>Markierung ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Takes a tag off the selected records.</source>
        <translation>Nimmt den ausgewählten Datensätzen eine Markierung.</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the selected records as a table, for a spreadsheet.</source>
        <translation>Kopiert die ausgewählten Datensätze als Tabelle, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>Opens the folder in which the image lies.</source>
        <translation>Öffnet den Ordner, in dem das Bild liegt.</translation>
    </message>
    <message>
        <source>As a ta&amp;ble</source>
        <translation>Als Ta&amp;belle</translation>
    </message>
    <message>
        <source>Shows the records as rows of a table.</source>
        <translation>Zeigt die Datensätze als Zeilen einer Tabelle.</translation>
    </message>
    <message>
        <source>As &amp;pictures</source>
        <translation>Als &amp;Bilder</translation>
    </message>
    <message>
        <source>Shows the records as small pictures.</source>
        <translation>Zeigt die Datensätze als kleine Bilder.</translation>
    </message>
    <message>
        <source>As c&amp;harts</source>
        <translation>Als &amp;Diagramme</translation>
    </message>
    <message>
        <source>Shows how the records are spread over views, splits, findings, ages and sexes.</source>
        <translation>Zeigt, wie sich die Datensätze auf Projektionen, Aufteilung, Auffälligkeiten, Alter und Geschlecht verteilen.</translation>
    </message>
    <message>
        <source>Chec&amp;ks</source>
        <translation>&amp;Prüfungen</translation>
    </message>
    <message>
        <source>Looks for what spoils a training: patients in two splits, images that are there twice or look inverted, classes without positives.</source>
        <translation>Sucht, was ein Training verdirbt: Patienten in zwei Teilen, Bilder, die doppelt sind oder invertiert aussehen, Klassen ohne positive Fälle.</translation>
    </message>
    <message>
        <source>Show &amp;quarantined records</source>
        <translation>Datensätze in &amp;Quarantäne zeigen</translation>
    </message>
    <message>
        <source>Shows the records that cannot be used as they are, with the reasons counted at the left.</source>
        <translation>Zeigt die Datensätze, die so nicht verwendbar sind; links sind die Gründe gezählt.</translation>
    </message>
    <message>
        <source>Show &amp;mask</source>
        <translation>&amp;Maske zeigen</translation>
    </message>
    <message>
        <source>Lays the record&apos;s masks over its image.</source>
        <translation>Legt die Masken des Datensatzes über sein Bild.</translation>
    </message>
    <message>
        <source>&amp;Invert image</source>
        <translation>Bild &amp;invertieren</translation>
    </message>
    <message>
        <source>Shows black as white. On the image: I.</source>
        <translation>Zeigt Schwarz als Weiß. Auf dem Bild: I.</translation>
    </message>
    <message>
        <source>Rese&amp;t image</source>
        <translation>Bild &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Shows the whole image with its own window. On the image: W and double-click.</source>
        <translation>Zeigt das ganze Bild in seinem eigenen Fenster. Auf dem Bild: W und Doppelklick.</translation>
    </message>
    <message>
        <source>Image on the &amp;full screen</source>
        <translation>Bild auf dem &amp;ganzen Bildschirm</translation>
    </message>
    <message>
        <source>Shows the image alone. The keys for records work there, too; Escape goes back.</source>
        <translation>Zeigt das Bild allein. Die Tasten für Datensätze wirken auch dort; Escape führt zurück.</translation>
    </message>
    <message>
        <source>Makes a project from a folder of images, a table, or a public data set.</source>
        <translation>Macht ein Projekt aus einem Ordner mit Bildern, einer Tabelle oder einem öffentlichen Datensatz.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Brings records into this project: a folder of images or DICOM files, a table, a public data set.</source>
        <translation>Holt Datensätze in dieses Projekt: einen Ordner mit Bildern oder DICOM-Dateien, eine Tabelle, eine öffentliche Sammlung.</translation>
    </message>
    <message>
        <source>So&amp;urces…</source>
        <translation>&amp;Quellen…</translation>
    </message>
    <message>
        <source>Where the records came from: update them, or say where their images have moved.</source>
        <translation>Woher die Datensätze kamen: aktualisieren oder angeben, wohin ihre Bilder verschoben wurden.</translation>
    </message>
    <message>
        <source>Ima&amp;ges…</source>
        <translation>&amp;Bilder…</translation>
    </message>
    <message>
        <source>How stored values become the gray levels that are seen and trained on, and which images look inverted.</source>
        <translation>Wie aus gespeicherten Werten die Grauwerte werden, die man sieht und mit denen trainiert wird, und welche Bilder invertiert aussehen.</translation>
    </message>
    <message>
        <source>&amp;Reports…</source>
        <translation>&amp;Befunde…</translation>
    </message>
    <message>
        <source>What the model reads of a report: sections, blanks, and what looks like personal data.</source>
        <translation>Was das Modell von einem Befund liest: Abschnitte, Lücken, und was nach personenbezogenen Daten aussieht.</translation>
    </message>
    <message>
        <source>&amp;Vocabulary…</source>
        <translation>&amp;Wortschatz…</translation>
    </message>
    <message>
        <source>Which words the model knows: trained from the reports, or taken from a file.</source>
        <translation>Welche Wörter das Modell kennt: aus den Befunden gelernt oder einer Datei entnommen.</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>&amp;Labels…</translation>
    </message>
    <message>
        <source>What becomes of uncertain and blank labels, and which classes come together.</source>
        <translation>Was aus unsicheren und leeren Labels wird, und welche Klassen zusammen auftreten.</translation>
    </message>
    <message>
        <source>&amp;Splits…</source>
        <translation>&amp;Aufteilung…</translation>
    </message>
    <message>
        <source>Who is trained on and who is held back, by patient.</source>
        <translation>An wem gelernt und wer zurückgehalten wird, nach Patienten.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Masked Record Modeling of chest radiographs and their reports.</source>
        <translation>Masked Record Modeling von Thorax-Röntgenbildern und ihren Befunden.</translation>
    </message>
    <message>
        <source>Open the synthetic sample project.</source>
        <translation>Das künstliche Beispielprojekt öffnen.</translation>
    </message>
    <message>
        <source>Open the project in DIR.</source>
        <translation>Das Projekt in DIR öffnen.</translation>
    </message>
    <message>
        <source>Show the run in DIR.</source>
        <translation>Den Lauf in DIR zeigen.</translation>
    </message>
    <message>
        <source>Use this theme: light, dark or system.</source>
        <translation>Diese Farben nehmen: light, dark oder system.</translation>
    </message>
    <message>
        <source>Use this language: en, de.</source>
        <translation>Diese Sprache nehmen: en, de.</translation>
    </message>
    <message>
        <source>Write a picture of the window to FILE when all is shown, then quit.</source>
        <translation>Ein Bild des Fensters in FILE schreiben, sobald alles gezeigt ist, und dann beenden.</translation>
    </message>
    <message>
        <source>A project folder, a run folder or a CSV table.</source>
        <translation>Ein Projektordner, ein Laufordner oder eine CSV-Tabelle.</translation>
    </message>
    <message>
        <source>There is no theme &apos;%1&apos;: choose light, dark or system.</source>
        <translation>Die Farben „%1“ gibt es nicht: Wählen Sie light, dark oder system.</translation>
    </message>
    <message>
        <source>There is no language &apos;%1&apos;: choose en or de.</source>
        <translation>Die Sprache „%1“ gibt es nicht: Wählen Sie en oder de.</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Folder of DICOM files</source>
        <translation>Ordner mit DICOM-Dateien</translation>
    </message>
    <message>
        <source>DICOM files in a folder and those below it, whatever they are called: patients, studies and views from their headers; reports from structured reports, a table or text files.</source>
        <translation>DICOM-Dateien in einem Ordner und darunter, wie sie auch heißen: Patienten, Studien und Projektionen aus ihren Köpfen; Befunde aus strukturierten Befunden, einer Tabelle oder Textdateien.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>The folder with the DICOM files.</source>
        <translation>Der Ordner mit den DICOM-Dateien.</translation>
    </message>
    <message>
        <source>Table of reports</source>
        <translation>Tabelle der Befunde</translation>
    </message>
    <message>
        <source>A table with a report in each line, and what it belongs to.</source>
        <translation>Eine Tabelle mit einem Befund je Zeile und dem, wozu er gehört.</translation>
    </message>
    <message>
        <source>Accession, study or image column</source>
        <translation>Spalte der Anforderung, Studie oder des Bildes</translation>
    </message>
    <message>
        <source>The column that says what a report belongs to.</source>
        <translation>Die Spalte, die sagt, wozu ein Befund gehört.</translation>
    </message>
    <message>
        <source>Report column</source>
        <translation>Befundspalte</translation>
    </message>
    <message>
        <source>The column with the report&apos;s text.</source>
        <translation>Die Spalte mit dem Text des Befunds.</translation>
    </message>
    <message>
        <source>Folder of reports</source>
        <translation>Ordner der Befunde</translation>
    </message>
    <message>
        <source>Text files named after the accession number or study.</source>
        <translation>Textdateien, nach Anforderungsnummer oder Studie benannt.</translation>
    </message>
    <message>
        <source>Records without a report</source>
        <translation>Datensätze ohne Befund</translation>
    </message>
    <message>
        <source>Whether a record without a report is set aside, or kept for its image, labels and masks.</source>
        <translation>Ob ein Datensatz ohne Befund beiseitegelegt oder wegen Bild, Labels und Masken behalten wird.</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>in Quarantäne</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>JPEG, PNG and TIFF files in a folder and those below it; reports as text files of the same name or in a table, masks in a folder of their own.</source>
        <translation>JPEG-, PNG- und TIFF-Dateien in einem Ordner und darunter; Befunde als Textdateien gleichen Namens oder in einer Tabelle, Masken in einem eigenen Ordner.</translation>
    </message>
    <message>
        <source>The folder with the images.</source>
        <translation>Der Ordner mit den Bildern.</translation>
    </message>
    <message>
        <source>Names of folders and files</source>
        <translation>Namen der Ordner und Dateien</translation>
    </message>
    <message>
        <source>What they say, without the ending: {patient}, {study}, {view}, {split}, {any}. Empty: nothing.</source>
        <translation>Was sie sagen, ohne Endung: {patient}, {study}, {view}, {split}, {any}. Leer: nichts.</translation>
    </message>
    <message>
        <source>Reports beside the images</source>
        <translation>Befunde neben den Bildern</translation>
    </message>
    <message>
        <source>A text file of the image&apos;s name holds its report.</source>
        <translation>Eine Textdatei mit dem Namen des Bildes enthält seinen Befund.</translation>
    </message>
    <message>
        <source>Image column of the reports</source>
        <translation>Bildspalte der Befunde</translation>
    </message>
    <message>
        <source>Folder of masks</source>
        <translation>Ordner der Masken</translation>
    </message>
    <message>
        <source>Images of the same names, not 0 inside of what they outline.</source>
        <translation>Bilder gleichen Namens, innerhalb des Umrisses nicht 0.</translation>
    </message>
    <message>
        <source>What the masks outline</source>
        <translation>Was die Masken umreißen</translation>
    </message>
    <message>
        <source>lungs, heart, pneumothorax…</source>
        <translation>Lunge, Herz, Pneumothorax…</translation>
    </message>
    <message>
        <source>Table of records (CSV)</source>
        <translation>Tabelle mit Datensätzen (CSV)</translation>
    </message>
    <message>
        <source>A table with a line per image: which columns hold the image file, the report, the patient, labels and masks is told or guessed from the header.</source>
        <translation>Eine Tabelle mit einer Zeile je Bild: Welche Spalten Bilddatei, Befund, Patient, Labels und Masken enthalten, wird angegeben oder aus der Kopfzeile geschlossen.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The file: CSV, TSV or text, also compressed (.gz).</source>
        <translation>Die Datei: CSV, TSV oder Text, auch gepackt (.gz).</translation>
    </message>
    <message>
        <source>Folder of the images</source>
        <translation>Ordner der Bilder</translation>
    </message>
    <message>
        <source>What the images&apos; paths in the table are relative to.</source>
        <translation>Wozu die Pfade der Bilder in der Tabelle relativ sind.</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>What stands between the columns.</source>
        <translation>Was zwischen den Spalten steht.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>senkrechter Strich</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>How the file&apos;s letters are coded.</source>
        <translation>Wie die Zeichen der Datei kodiert sind.</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-16LE</source>
        <translation>UTF-16LE</translation>
    </message>
    <message>
        <source>UTF-16BE</source>
        <translation>UTF-16BE</translation>
    </message>
    <message>
        <source>windows-1252</source>
        <translation>windows-1252</translation>
    </message>
    <message>
        <source>ISO-8859-1</source>
        <translation>ISO-8859-1</translation>
    </message>
    <message>
        <source>ISO-8859-2</source>
        <translation>ISO-8859-2</translation>
    </message>
    <message>
        <source>ISO-8859-15</source>
        <translation>ISO-8859-15</translation>
    </message>
    <message>
        <source>windows-1250</source>
        <translation>windows-1250</translation>
    </message>
    <message>
        <source>windows-1251</source>
        <translation>windows-1251</translation>
    </message>
    <message>
        <source>windows-1253</source>
        <translation>windows-1253</translation>
    </message>
    <message>
        <source>windows-1254</source>
        <translation>windows-1254</translation>
    </message>
    <message>
        <source>KOI8-R</source>
        <translation>KOI8-R</translation>
    </message>
    <message>
        <source>GB18030</source>
        <translation>GB18030</translation>
    </message>
    <message>
        <source>Big5</source>
        <translation>Big5</translation>
    </message>
    <message>
        <source>Shift_JIS</source>
        <translation>Shift_JIS</translation>
    </message>
    <message>
        <source>EUC-JP</source>
        <translation>EUC-JP</translation>
    </message>
    <message>
        <source>EUC-KR</source>
        <translation>EUC-KR</translation>
    </message>
    <message>
        <source>Image column</source>
        <translation>Bildspalte</translation>
    </message>
    <message>
        <source>The column with the image&apos;s file.</source>
        <translation>Die Spalte mit der Datei des Bildes.</translation>
    </message>
    <message>
        <source>Patient column</source>
        <translation>Patientenspalte</translation>
    </message>
    <message>
        <source>The column that tells patients apart; splits never part a patient&apos;s records.</source>
        <translation>Die Spalte, die Patienten unterscheidet; die Aufteilung trennt die Datensätze eines Patienten nie.</translation>
    </message>
    <message>
        <source>Study column</source>
        <translation>Studienspalte</translation>
    </message>
    <message>
        <source>The column that names the study or accession.</source>
        <translation>Die Spalte mit Studie oder Anforderung.</translation>
    </message>
    <message>
        <source>View column</source>
        <translation>Projektionsspalte</translation>
    </message>
    <message>
        <source>The column with the projection: PA, AP, lateral.</source>
        <translation>Die Spalte mit der Projektion: PA, AP, seitlich.</translation>
    </message>
    <message>
        <source>Sex column</source>
        <translation>Geschlechtsspalte</translation>
    </message>
    <message>
        <source>The column with the patient&apos;s sex.</source>
        <translation>Die Spalte mit dem Geschlecht des Patienten.</translation>
    </message>
    <message>
        <source>Age column</source>
        <translation>Altersspalte</translation>
    </message>
    <message>
        <source>The column with the patient&apos;s age in years.</source>
        <translation>Die Spalte mit dem Alter des Patienten in Jahren.</translation>
    </message>
    <message>
        <source>Date column</source>
        <translation>Datumsspalte</translation>
    </message>
    <message>
        <source>The column with the study&apos;s date.</source>
        <translation>Die Spalte mit dem Datum der Studie.</translation>
    </message>
    <message>
        <source>Split column</source>
        <translation>Aufteilungsspalte</translation>
    </message>
    <message>
        <source>The column that says training, validation or test, where the data set gives splits.</source>
        <translation>Die Spalte mit Training, Validierung oder Test, wo die Daten eine Aufteilung mitbringen.</translation>
    </message>
    <message>
        <source>Frame column</source>
        <translation>Spalte des Einzelbilds</translation>
    </message>
    <message>
        <source>The column with the frame of multi-frame files, from 0.</source>
        <translation>Die Spalte mit dem Einzelbild mehrbildiger Dateien, ab 0.</translation>
    </message>
    <message>
        <source>Label columns</source>
        <translation>Labelspalten</translation>
    </message>
    <message>
        <source>Columns with a class each: 1, 0, -1 (uncertain), empty.</source>
        <translation>Spalten mit je einer Klasse: 1, 0, -1 (unsicher), leer.</translation>
    </message>
    <message>
        <source>Label list column</source>
        <translation>Spalte mit Labelliste</translation>
    </message>
    <message>
        <source>The column that lists the classes that are present: A|B.</source>
        <translation>Die Spalte, die die vorhandenen Klassen aufzählt: A|B.</translation>
    </message>
    <message>
        <source>Classes not in the list</source>
        <translation>Klassen, die nicht in der Liste stehen</translation>
    </message>
    <message>
        <source>What a list says of the classes that it does not name.</source>
        <translation>Was eine Liste von Klassen sagt, die sie nicht nennt.</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Name of the labels</source>
        <translation>Name der Labels</translation>
    </message>
    <message>
        <source>How the set of these classes is called.</source>
        <translation>Wie die Gruppe dieser Klassen heißt.</translation>
    </message>
    <message>
        <source>Mask columns</source>
        <translation>Maskenspalten</translation>
    </message>
    <message>
        <source>Columns with a mask&apos;s file or run lengths, each as name=column: lungs=lung_mask.</source>
        <translation>Spalten mit Datei oder Lauflängen einer Maske, je als Name=Spalte: lungs=lung_mask.</translation>
    </message>
    <message>
        <source>Mask author column</source>
        <translation>Spalte des Maskenautors</translation>
    </message>
    <message>
        <source>The column that says who drew the masks.</source>
        <translation>Die Spalte, die sagt, wer die Masken zeichnete.</translation>
    </message>
    <message>
        <source>Allow absolute paths</source>
        <translation>Absolute Pfade erlauben</translation>
    </message>
    <message>
        <source>Images may lie outside of the folder where the table names them by absolute paths.</source>
        <translation>Bilder dürfen außerhalb des Ordners liegen, wo die Tabelle sie mit absoluten Pfaden nennt.</translation>
    </message>
    <message>
        <source>The table is the whole data set</source>
        <translation>Die Tabelle ist der ganze Datenbestand</translation>
    </message>
    <message>
        <source>Records imported before from this folder that the table no longer names are set aside.</source>
        <translation>Früher aus diesem Ordner importierte Datensätze, die die Tabelle nicht mehr nennt, werden beiseitegelegt.</translation>
    </message>
    <message>
        <source>MIMIC-CXR-JPG</source>
        <translation>MIMIC-CXR-JPG</translation>
    </message>
    <message>
        <source>The folder of MIMIC-CXR-JPG with its tables of metadata, splits and labels; the reports are those of MIMIC-CXR (mimic-cxr-reports.zip, unpacked).</source>
        <translation>Der Ordner von MIMIC-CXR-JPG mit seinen Tabellen für Metadaten, Aufteilung und Labels; die Befunde sind die von MIMIC-CXR (mimic-cxr-reports.zip, entpackt).</translation>
    </message>
    <message>
        <source>Folder of the data set</source>
        <translation>Ordner der Sammlung</translation>
    </message>
    <message>
        <source>The folder with the tables and the folder files/.</source>
        <translation>Der Ordner mit den Tabellen und dem Ordner files/.</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>mimic-cxr-2.0.0-metadata.csv(.gz): image, study, patient, view.</source>
        <translation>mimic-cxr-2.0.0-metadata.csv(.gz): Bild, Studie, Patient, Projektion.</translation>
    </message>
    <message>
        <source>Official splits</source>
        <translation>Offizielle Aufteilung</translation>
    </message>
    <message>
        <source>mimic-cxr-2.0.0-split.csv(.gz): train, validate, test.</source>
        <translation>mimic-cxr-2.0.0-split.csv(.gz): train, validate, test.</translation>
    </message>
    <message>
        <source>Labels by CheXpert</source>
        <translation>Labels von CheXpert</translation>
    </message>
    <message>
        <source>mimic-cxr-2.0.0-chexpert.csv(.gz)</source>
        <translation>mimic-cxr-2.0.0-chexpert.csv(.gz)</translation>
    </message>
    <message>
        <source>Labels by NegBio</source>
        <translation>Labels von NegBio</translation>
    </message>
    <message>
        <source>mimic-cxr-2.0.0-negbio.csv(.gz)</source>
        <translation>mimic-cxr-2.0.0-negbio.csv(.gz)</translation>
    </message>
    <message>
        <source>Folder of the reports</source>
        <translation>Ordner der Befunde</translation>
    </message>
    <message>
        <source>Holds files/p10/p10000032/s50414267.txt.</source>
        <translation>Enthält files/p10/p10000032/s50414267.txt.</translation>
    </message>
    <message>
        <source>MIMIC-CXR (DICOM)</source>
        <translation>MIMIC-CXR (DICOM)</translation>
    </message>
    <message>
        <source>The folder of MIMIC-CXR with cxr-record-list.csv and the tree of DICOM files and reports; tables of MIMIC-CXR-JPG add splits, labels and views.</source>
        <translation>Der Ordner von MIMIC-CXR mit cxr-record-list.csv und dem Baum der DICOM-Dateien und Befunde; Tabellen von MIMIC-CXR-JPG ergänzen Aufteilung, Labels und Projektionen.</translation>
    </message>
    <message>
        <source>List of records</source>
        <translation>Liste der Datensätze</translation>
    </message>
    <message>
        <source>cxr-record-list.csv: image, study, patient and path.</source>
        <translation>cxr-record-list.csv: Bild, Studie, Patient und Pfad.</translation>
    </message>
    <message>
        <source>Open-I (Indiana University)</source>
        <translation>Open-I (Indiana University)</translation>
    </message>
    <message>
        <source>The folder of XML reports and the folder of PNG or DICOM images that they name.</source>
        <translation>Der Ordner der XML-Befunde und der Ordner der PNG- oder DICOM-Bilder, die sie nennen.</translation>
    </message>
    <message>
        <source>XML files, also in folders.</source>
        <translation>XML-Dateien, auch in Ordnern.</translation>
    </message>
    <message>
        <source>PNG, JPEG or DICOM files named as in the reports.</source>
        <translation>PNG-, JPEG- oder DICOM-Dateien, benannt wie in den Befunden.</translation>
    </message>
    <message>
        <source>CheXpert</source>
        <translation>CheXpert</translation>
    </message>
    <message>
        <source>The folder of CheXpert (also CheXpert-small) with train.csv and valid.csv: 14 labels, uncertain ones kept apart; no reports.</source>
        <translation>Der Ordner von CheXpert (auch CheXpert-small) mit train.csv und valid.csv: 14 Labels, unsichere für sich; keine Befunde.</translation>
    </message>
    <message>
        <source>The folder with the tables and the images.</source>
        <translation>Der Ordner mit den Tabellen und den Bildern.</translation>
    </message>
    <message>
        <source>Training table</source>
        <translation>Tabelle für Training</translation>
    </message>
    <message>
        <source>train.csv: its images are of this split.</source>
        <translation>train.csv: Ihre Bilder gehören zu diesem Teil.</translation>
    </message>
    <message>
        <source>Validation table</source>
        <translation>Tabelle für Validierung</translation>
    </message>
    <message>
        <source>valid.csv: its images are of this split.</source>
        <translation>valid.csv: Ihre Bilder gehören zu diesem Teil.</translation>
    </message>
    <message>
        <source>Test table</source>
        <translation>Tabelle für Test</translation>
    </message>
    <message>
        <source>test.csv: its images are of this split.</source>
        <translation>test.csv: Ihre Bilder gehören zu diesem Teil.</translation>
    </message>
    <message>
        <source>NIH ChestX-ray14</source>
        <translation>NIH ChestX-ray14</translation>
    </message>
    <message>
        <source>The folder with Data_Entry_2017.csv, the split lists and the folders of images: 14 findings, boxes for about 900 images; no reports.</source>
        <translation>Der Ordner mit Data_Entry_2017.csv, den Listen der Aufteilung und den Ordnern der Bilder: 14 Auffälligkeiten, Rechtecke für etwa 900 Bilder; keine Befunde.</translation>
    </message>
    <message>
        <source>Table of images</source>
        <translation>Tabelle der Bilder</translation>
    </message>
    <message>
        <source>Data_Entry_2017.csv or Data_Entry_2017_v2020.csv.</source>
        <translation>Data_Entry_2017.csv oder Data_Entry_2017_v2020.csv.</translation>
    </message>
    <message>
        <source>Training and validation list</source>
        <translation>Liste für Training und Validierung</translation>
    </message>
    <message>
        <source>train_val_list.txt; validation patients are drawn from it later.</source>
        <translation>train_val_list.txt; Patienten der Validierung werden später daraus gezogen.</translation>
    </message>
    <message>
        <source>Test list</source>
        <translation>Liste für Test</translation>
    </message>
    <message>
        <source>test_list.txt</source>
        <translation>test_list.txt</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rechtecke</translation>
    </message>
    <message>
        <source>BBox_List_2017.csv: they become masks.</source>
        <translation>BBox_List_2017.csv: Sie werden Masken.</translation>
    </message>
    <message>
        <source>RSNA pneumonia</source>
        <translation>RSNA-Pneumonie</translation>
    </message>
    <message>
        <source>The folder of the RSNA pneumonia detection challenge with stage_2_train_labels.csv and the DICOM images: target, boxes as masks, detailed classes; no reports.</source>
        <translation>Der Ordner der RSNA Pneumonia Detection Challenge mit stage_2_train_labels.csv und den DICOM-Bildern: Ziel, Rechtecke als Masken, genauere Klassen; keine Befunde.</translation>
    </message>
    <message>
        <source>Table of labels</source>
        <translation>Tabelle der Labels</translation>
    </message>
    <message>
        <source>stage_2_train_labels.csv: patient, box, target.</source>
        <translation>stage_2_train_labels.csv: Patient, Rechteck, Ziel.</translation>
    </message>
    <message>
        <source>Detailed classes</source>
        <translation>Genauere Klassen</translation>
    </message>
    <message>
        <source>stage_2_detailed_class_info.csv</source>
        <translation>stage_2_detailed_class_info.csv</translation>
    </message>
    <message>
        <source>SIIM-ACR pneumothorax</source>
        <translation>SIIM-ACR-Pneumothorax</translation>
    </message>
    <message>
        <source>The folder of the SIIM-ACR pneumothorax challenge: train-rle.csv with the DICOM images, or PNG images with a folder of masks.</source>
        <translation>Der Ordner der SIIM-ACR-Pneumothorax-Challenge: train-rle.csv mit den DICOM-Bildern oder PNG-Bilder mit einem Ordner von Masken.</translation>
    </message>
    <message>
        <source>The folder with the table and the images.</source>
        <translation>Der Ordner mit der Tabelle und den Bildern.</translation>
    </message>
    <message>
        <source>train-rle.csv or stage_2_train.csv (run lengths), or stage_1_train_images.csv (PNG images with mask files).</source>
        <translation>train-rle.csv oder stage_2_train.csv (Lauflängen) oder stage_1_train_images.csv (PNG-Bilder mit Maskendateien).</translation>
    </message>
    <message>
        <source>Table of the test images</source>
        <translation>Tabelle der Testbilder</translation>
    </message>
    <message>
        <source>stage_1_test_images.csv, of the layout with mask files.</source>
        <translation>stage_1_test_images.csv, bei der Fassung mit Maskendateien.</translation>
    </message>
    <message>
        <source>png_masks, of the layout with mask files.</source>
        <translation>png_masks, bei der Fassung mit Maskendateien.</translation>
    </message>
    <message>
        <source>COVID-19 image data collection</source>
        <translation>COVID-19 image data collection</translation>
    </message>
    <message>
        <source>metadata.csv of the collection with its folder of images: findings, clinical notes as reports, several images a patient; CT is left out. Also a table made from it, with masks of the lungs.</source>
        <translation>metadata.csv der Sammlung mit ihrem Ordner der Bilder: Auffälligkeiten, klinische Notizen als Befunde, mehrere Bilder je Patient; CT bleibt weg. Auch eine daraus gemachte Tabelle mit Masken der Lunge.</translation>
    </message>
    <message>
        <source>metadata.csv of the collection.</source>
        <translation>metadata.csv der Sammlung.</translation>
    </message>
    <message>
        <source>The folder below which the images are.</source>
        <translation>Der Ordner, unter dem die Bilder liegen.</translation>
    </message>
    <message>
        <source>Published split lists</source>
        <translation>Veröffentlichte Listen der Aufteilung</translation>
    </message>
    <message>
        <source>Text files with a line &quot;path label label…&quot; for each image, one file for each split, as published with models; their images are looked for in a folder.</source>
        <translation>Textdateien mit einer Zeile „Pfad Label Label…“ je Bild, eine Datei je Teil, wie sie mit Modellen veröffentlicht werden; ihre Bilder werden in einem Ordner gesucht.</translation>
    </message>
    <message>
        <source>Training list</source>
        <translation>Liste für Training</translation>
    </message>
    <message>
        <source>Its images are of this split.</source>
        <translation>Ihre Bilder gehören zu diesem Teil.</translation>
    </message>
    <message>
        <source>Validation list</source>
        <translation>Liste für Validierung</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>What the labels stand for, in their order: a|b|c. Compare with what the lists come from.</source>
        <translation>Wofür die Labels stehen, in ihrer Reihenfolge: a|b|c. Vergleichen Sie mit der Herkunft der Listen.</translation>
    </message>
    <message>
        <source>What paths say, without the ending: {patient}, {study}, {view}, {any}. Empty: nothing.</source>
        <translation>Was Pfade sagen, ohne Endung: {patient}, {study}, {view}, {any}. Leer: nichts.</translation>
    </message>
    <message>
        <source>A label cannot be read</source>
        <translation>Ein Label ist nicht lesbar</translation>
    </message>
    <message>
        <source>A mask cannot be read</source>
        <translation>Eine Maske ist nicht lesbar</translation>
    </message>
    <message>
        <source>A patient&apos;s lines give different classes</source>
        <translation>Die Zeilen eines Patienten nennen verschiedene Klassen</translation>
    </message>
    <message>
        <source>A patient&apos;s lines give different targets</source>
        <translation>Die Zeilen eines Patienten nennen verschiedene Ziele</translation>
    </message>
    <message>
        <source>A study has two reports; the first is taken</source>
        <translation>Eine Studie hat zwei Befunde; der erste wird genommen</translation>
    </message>
    <message>
        <source>Ages cannot be read and are left out</source>
        <translation>Altersangaben sind nicht lesbar und werden weggelassen</translation>
    </message>
    <message>
        <source>An image has a mask in one line and none in another</source>
        <translation>Ein Bild hat in einer Zeile eine Maske und in einer anderen keine</translation>
    </message>
    <message>
        <source>Boxes are listed twice</source>
        <translation>Rechtecke stehen doppelt</translation>
    </message>
    <message>
        <source>Boxes belong to no image in the table</source>
        <translation>Rechtecke gehören zu keinem Bild der Tabelle</translation>
    </message>
    <message>
        <source>Boxes cannot be read or lie outside of the image</source>
        <translation>Rechtecke sind nicht lesbar oder liegen außerhalb des Bildes</translation>
    </message>
    <message>
        <source>Classes are none of the three</source>
        <translation>Klassen sind keine der drei</translation>
    </message>
    <message>
        <source>Comparing images</source>
        <translation>Bilder werden verglichen</translation>
    </message>
    <message>
        <source>Counting records</source>
        <translation>Datensätze werden gezählt</translation>
    </message>
    <message>
        <source>Counting words</source>
        <translation>Wörter werden gezählt</translation>
    </message>
    <message>
        <source>DICOM files are left out: the importer dicom-folder reads them</source>
        <translation>DICOM-Dateien bleiben weg: „Ordner mit DICOM-Dateien“ liest sie</translation>
    </message>
    <message>
        <source>Detailed classes belong to no line of labels</source>
        <translation>Genauere Klassen gehören zu keiner Zeile der Labels</translation>
    </message>
    <message>
        <source>Directories of a medium (DICOMDIR) are not needed</source>
        <translation>Verzeichnisse eines Mediums (DICOMDIR) werden nicht gebraucht</translation>
    </message>
    <message>
        <source>Files do not fit the pattern, so that no patient is known</source>
        <translation>Dateien passen nicht zum Muster, so dass kein Patient bekannt ist</translation>
    </message>
    <message>
        <source>Files hold several frames, of which the first is taken</source>
        <translation>Dateien enthalten mehrere Einzelbilder, von denen das erste genommen wird</translation>
    </message>
    <message>
        <source>Findings are none of the 14 classes</source>
        <translation>Auffälligkeiten sind keine der 14 Klassen</translation>
    </message>
    <message>
        <source>Folders could not be read</source>
        <translation>Ordner konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Images are in a split list alone</source>
        <translation>Bilder stehen nur in einer Liste der Aufteilung</translation>
    </message>
    <message>
        <source>Images are in no split</source>
        <translation>Bilder sind in keinem Teil</translation>
    </message>
    <message>
        <source>Images are in the folder that no list names</source>
        <translation>Im Ordner sind Bilder, die keine Liste nennt</translation>
    </message>
    <message>
        <source>Images are in the folder that no report names</source>
        <translation>Im Ordner sind Bilder, die kein Befund nennt</translation>
    </message>
    <message>
        <source>Images are in the folder that no table names</source>
        <translation>Im Ordner sind Bilder, die keine Tabelle nennt</translation>
    </message>
    <message>
        <source>Images are in the folder that the table does not name</source>
        <translation>Im Ordner sind Bilder, die die Tabelle nicht nennt</translation>
    </message>
    <message>
        <source>Images are in the folder that the table does not name (the test images have no labels)</source>
        <translation>Im Ordner sind Bilder, die die Tabelle nicht nennt (die Testbilder haben keine Labels)</translation>
    </message>
    <message>
        <source>Images are in the split list alone</source>
        <translation>Bilder stehen nur in der Liste der Aufteilung</translation>
    </message>
    <message>
        <source>Images are in two split lists</source>
        <translation>Bilder stehen in zwei Listen der Aufteilung</translation>
    </message>
    <message>
        <source>Images are listed but not there</source>
        <translation>Bilder stehen in der Liste, sind aber nicht da</translation>
    </message>
    <message>
        <source>Images are listed twice</source>
        <translation>Bilder stehen doppelt in der Liste</translation>
    </message>
    <message>
        <source>Images are named more than once, saying different things</source>
        <translation>Bilder werden mehrmals genannt, mit verschiedenen Angaben</translation>
    </message>
    <message>
        <source>Images are named more than once, saying the same</source>
        <translation>Bilder werden mehrmals genannt, mit gleichen Angaben</translation>
    </message>
    <message>
        <source>Images belong to a study without labels</source>
        <translation>Bilder gehören zu einer Studie ohne Labels</translation>
    </message>
    <message>
        <source>Images have no mask</source>
        <translation>Bilder haben keine Maske</translation>
    </message>
    <message>
        <source>Images have text burned in, which may name the patient</source>
        <translation>Bilder haben eingebrannten Text, der den Patienten nennen kann</translation>
    </message>
    <message>
        <source>Images have two different reports; the first is taken</source>
        <translation>Bilder haben zwei verschiedene Befunde; der erste wird genommen</translation>
    </message>
    <message>
        <source>It is no radiograph.</source>
        <translation>Es ist keine Röntgenaufnahme.</translation>
    </message>
    <message>
        <source>Labels belong to a study without an image</source>
        <translation>Labels gehören zu einer Studie ohne Bild</translation>
    </message>
    <message>
        <source>Labels cannot be read: neither 0, 1, -1 nor a word for it</source>
        <translation>Labels sind nicht lesbar: weder 0, 1, -1 noch ein Wort dafür</translation>
    </message>
    <message>
        <source>Lines do not fit the table</source>
        <translation>Zeilen passen nicht zur Tabelle</translation>
    </message>
    <message>
        <source>Lines have another number of labels than there are classes</source>
        <translation>Zeilen haben eine andere Zahl von Labels, als es Klassen gibt</translation>
    </message>
    <message>
        <source>Lines hold no identifiers</source>
        <translation>Zeilen enthalten keine Kennungen</translation>
    </message>
    <message>
        <source>Lines name no image that can be used</source>
        <translation>Zeilen nennen kein verwendbares Bild</translation>
    </message>
    <message>
        <source>Looking for files</source>
        <translation>Dateien werden gesucht</translation>
    </message>
    <message>
        <source>Looking for the images</source>
        <translation>Die Bilder werden gesucht</translation>
    </message>
    <message>
        <source>Making the sample&apos;s patients</source>
        <translation>Die Patienten der Probe werden gemacht</translation>
    </message>
    <message>
        <source>Mask files are not there</source>
        <translation>Maskendateien sind nicht da</translation>
    </message>
    <message>
        <source>Masks are listed twice</source>
        <translation>Masken stehen doppelt</translation>
    </message>
    <message>
        <source>Masks belong to no image</source>
        <translation>Masken gehören zu keinem Bild</translation>
    </message>
    <message>
        <source>Masks cannot be read</source>
        <translation>Masken sind nicht lesbar</translation>
    </message>
    <message>
        <source>Merging pieces</source>
        <translation>Stücke werden verbunden</translation>
    </message>
    <message>
        <source>No image is named.</source>
        <translation>Kein Bild ist genannt.</translation>
    </message>
    <message>
        <source>No patient is named.</source>
        <translation>Kein Patient ist genannt.</translation>
    </message>
    <message>
        <source>Paths do not fit the pattern: no patient is known</source>
        <translation>Pfade passen nicht zum Muster: Kein Patient ist bekannt</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Patients are in two splits at once</source>
        <translation>Patienten sind zugleich in zwei Teilen</translation>
    </message>
    <message>
        <source>Patients have two different sexes</source>
        <translation>Patienten haben zwei verschiedene Geschlechter</translation>
    </message>
    <message>
        <source>Reading DICOM headers</source>
        <translation>DICOM-Köpfe werden gelesen</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Reading reports</source>
        <translation>Befunde werden gelesen</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Records can be used</source>
        <translation>Datensätze sind verwendbar</translation>
    </message>
    <message>
        <source>Records have no report</source>
        <translation>Datensätze haben keinen Befund</translation>
    </message>
    <message>
        <source>Records name no patient: splits keep them together by study alone</source>
        <translation>Datensätze nennen keinen Patienten: Die Aufteilung hält sie nur nach Studie zusammen</translation>
    </message>
    <message>
        <source>Reports are empty</source>
        <translation>Befunde sind leer</translation>
    </message>
    <message>
        <source>Reports belong to no image</source>
        <translation>Befunde gehören zu keinem Bild</translation>
    </message>
    <message>
        <source>Reports belong to no image in the table</source>
        <translation>Befunde gehören zu keinem Bild der Tabelle</translation>
    </message>
    <message>
        <source>Reports belong to no image that is there</source>
        <translation>Befunde gehören zu keinem Bild, das da ist</translation>
    </message>
    <message>
        <source>Reports cannot be read</source>
        <translation>Befunde sind nicht lesbar</translation>
    </message>
    <message>
        <source>Reports name images that are not there</source>
        <translation>Befunde nennen Bilder, die nicht da sind</translation>
    </message>
    <message>
        <source>Reports name no image</source>
        <translation>Befunde nennen kein Bild</translation>
    </message>
    <message>
        <source>Run lengths cannot be read</source>
        <translation>Lauflängen sind nicht lesbar</translation>
    </message>
    <message>
        <source>Several files have the image&apos;s name.</source>
        <translation>Mehrere Dateien haben den Namen des Bildes.</translation>
    </message>
    <message>
        <source>Several masks may belong to an image; none is taken</source>
        <translation>Mehrere Masken können zu einem Bild gehören; keine wird genommen</translation>
    </message>
    <message>
        <source>Sharing out the patients</source>
        <translation>Die Patienten werden aufgeteilt</translation>
    </message>
    <message>
        <source>Splits cannot be read and are left out</source>
        <translation>Aufteilungen sind nicht lesbar und werden weggelassen</translation>
    </message>
    <message>
        <source>Splitting words</source>
        <translation>Wörter werden zerlegt</translation>
    </message>
    <message>
        <source>Storing records</source>
        <translation>Datensätze werden gespeichert</translation>
    </message>
    <message>
        <source>Structured reports without text</source>
        <translation>Strukturierte Befunde ohne Text</translation>
    </message>
    <message>
        <source>Studies have labels twice; the first are taken</source>
        <translation>Studien haben zweimal Labels; die ersten werden genommen</translation>
    </message>
    <message>
        <source>Text files belong to no image</source>
        <translation>Textdateien gehören zu keinem Bild</translation>
    </message>
    <message>
        <source>The file holds no pixels.</source>
        <translation>Die Datei enthält keine Bildpunkte.</translation>
    </message>
    <message>
        <source>The file is damaged: it ends before the pixels.</source>
        <translation>Die Datei ist beschädigt: Sie endet vor den Bildpunkten.</translation>
    </message>
    <message>
        <source>The image file is not there.</source>
        <translation>Die Bilddatei ist nicht da.</translation>
    </message>
    <message>
        <source>The image is named by an absolute path, which was not allowed.</source>
        <translation>Das Bild ist mit einem absoluten Pfad genannt, was nicht erlaubt wurde.</translation>
    </message>
    <message>
        <source>The image lies outside of the data set&apos;s folder.</source>
        <translation>Das Bild liegt außerhalb des Ordners.</translation>
    </message>
    <message>
        <source>The line does not fit the table</source>
        <translation>Die Zeile passt nicht zur Tabelle</translation>
    </message>
    <message>
        <source>The mask file is not there.</source>
        <translation>Die Maskendatei ist nicht da.</translation>
    </message>
    <message>
        <source>The report cannot be read.</source>
        <translation>Der Befund ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The report is empty.</source>
        <translation>Der Befund ist leer.</translation>
    </message>
    <message>
        <source>The split list gives an image to another patient</source>
        <translation>Die Liste der Aufteilung gibt ein Bild einem anderen Patienten</translation>
    </message>
    <message>
        <source>There is no report.</source>
        <translation>Es gibt keinen Befund.</translation>
    </message>
    <message>
        <source>Two lines say different things of this image</source>
        <translation>Zwei Zeilen sagen Verschiedenes über dieses Bild</translation>
    </message>
    <message>
        <source>Writing records</source>
        <translation>Datensätze werden geschrieben</translation>
    </message>
    <message>
        <source>holds a data set already</source>
        <translation>enthält schon Daten</translation>
    </message>
    <message>
        <source>holds a project already</source>
        <translation>enthält schon ein Projekt</translation>
    </message>
    <message>
        <source>is a file, not a folder</source>
        <translation>ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>no findings or impression</source>
        <translation>weder Befund noch Beurteilung</translation>
    </message>
    <message>
        <source>nothing but blanks of de-identification</source>
        <translation>nichts als Lücken der Anonymisierung</translation>
    </message>
    <message>
        <source>of them with a mask</source>
        <translation>davon mit Maske</translation>
    </message>
    <message>
        <source>of them with a report</source>
        <translation>davon mit Befund</translation>
    </message>
    <message>
        <source>of them with labels</source>
        <translation>davon mit Labels</translation>
    </message>
    <message>
        <source>the report is empty</source>
        <translation>der Befund ist leer</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Re&amp;cords</source>
        <translation>&amp;Datensätze</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>The records to learn from.</source>
        <translation>Die Datensätze, aus denen gelernt wird.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The network. 0 takes the value that belongs to the size.</source>
        <translation>Das Netz. 0 nimmt den Wert, der zur Größe gehört.</translation>
    </message>
    <message>
        <source>Masking</source>
        <translation>Maskierung</translation>
    </message>
    <message>
        <source>What is hidden from the model, for it to restore.</source>
        <translation>Was dem Modell verborgen wird, damit es es wiederherstellt.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>How the model is trained.</source>
        <translation>Wie das Modell trainiert wird.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Where and how the run is carried out.</source>
        <translation>Wo und wie der Lauf ausgeführt wird.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Table (CSV) with one record a row: image file, report, patient.</source>
        <translation>Tabelle (CSV) mit einem Datensatz je Zeile: Bilddatei, Befund, Patient.</translation>
    </message>
    <message>
        <source>Image column</source>
        <translation>Bildspalte</translation>
    </message>
    <message>
        <source>Column with the image file, relative to the table&apos;s folder.</source>
        <translation>Spalte mit der Bilddatei, bezogen auf den Ordner der Tabelle.</translation>
    </message>
    <message>
        <source>Report column</source>
        <translation>Befundspalte</translation>
    </message>
    <message>
        <source>Column with the report&apos;s text.</source>
        <translation>Spalte mit dem Text des Befunds.</translation>
    </message>
    <message>
        <source>Patient column</source>
        <translation>Patientenspalte</translation>
    </message>
    <message>
        <source>Column with the patient: records of one patient stay on one side of the split.</source>
        <translation>Spalte mit dem Patienten: Die Datensätze eines Patienten bleiben auf einer Seite der Aufteilung.</translation>
    </message>
    <message>
        <source>Vocabulary file</source>
        <translation>Wortschatzdatei</translation>
    </message>
    <message>
        <source>Vocabulary (tokenizer.json). Empty: made from the reports of the training split.</source>
        <translation>Wortschatz (tokenizer.json). Leer: aus den Befunden des Trainingsteils gebildet.</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>Größe des Wortschatzes</translation>
    </message>
    <message>
        <source>Word pieces in a vocabulary that is made from the reports.</source>
        <translation>Wortstücke in einem Wortschatz, der aus den Befunden gebildet wird.</translation>
    </message>
    <message>
        <source>word pieces</source>
        <translation>Wortstücke</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the vision transformer.</source>
        <translation>Größe des Vision Transformers.</translation>
    </message>
    <message>
        <source>tiny</source>
        <translation>winzig</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>base</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>large</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation>Anfangsgewichte</translation>
    </message>
    <message>
        <source>Checkpoint to start from (PyTorch or safetensors). Empty: random weights.</source>
        <translation>Sicherungspunkt, von dem ausgegangen wird (PyTorch oder safetensors). Leer: zufällige Gewichte.</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Side of the image that the encoder sees.</source>
        <translation>Seitenlänge des Bilds, das der Encoder sieht.</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Patch size</source>
        <translation>Bildfeldgröße</translation>
    </message>
    <message>
        <source>Side of a patch.</source>
        <translation>Seitenlänge eines Bildfelds.</translation>
    </message>
    <message>
        <source>Encoder width</source>
        <translation>Breite des Encoders</translation>
    </message>
    <message>
        <source>Width of the encoder.</source>
        <translation>Breite des Encoders.</translation>
    </message>
    <message>
        <source>Encoder blocks</source>
        <translation>Blöcke des Encoders</translation>
    </message>
    <message>
        <source>Blocks of the encoder.</source>
        <translation>Blöcke des Encoders.</translation>
    </message>
    <message>
        <source>Encoder heads</source>
        <translation>Köpfe des Encoders</translation>
    </message>
    <message>
        <source>Attention heads of the encoder.</source>
        <translation>Aufmerksamkeitsköpfe des Encoders.</translation>
    </message>
    <message>
        <source>Image decoder width</source>
        <translation>Breite des Bilddecoders</translation>
    </message>
    <message>
        <source>Width of the image decoder.</source>
        <translation>Breite des Bilddecoders.</translation>
    </message>
    <message>
        <source>Image decoder blocks</source>
        <translation>Blöcke des Bilddecoders</translation>
    </message>
    <message>
        <source>Blocks of the image decoder.</source>
        <translation>Blöcke des Bilddecoders.</translation>
    </message>
    <message>
        <source>Image decoder heads</source>
        <translation>Köpfe des Bilddecoders</translation>
    </message>
    <message>
        <source>Attention heads of the image decoder.</source>
        <translation>Aufmerksamkeitsköpfe des Bilddecoders.</translation>
    </message>
    <message>
        <source>Report decoder width</source>
        <translation>Breite des Befunddecoders</translation>
    </message>
    <message>
        <source>Width of the report decoder.</source>
        <translation>Breite des Befunddecoders.</translation>
    </message>
    <message>
        <source>Report decoder blocks</source>
        <translation>Blöcke des Befunddecoders</translation>
    </message>
    <message>
        <source>Blocks of the report decoder.</source>
        <translation>Blöcke des Befunddecoders.</translation>
    </message>
    <message>
        <source>Report decoder heads</source>
        <translation>Köpfe des Befunddecoders</translation>
    </message>
    <message>
        <source>Attention heads of the report decoder.</source>
        <translation>Aufmerksamkeitsköpfe des Befunddecoders.</translation>
    </message>
    <message>
        <source>Report decoder inner width</source>
        <translation>Innere Breite des Befunddecoders</translation>
    </message>
    <message>
        <source>Width inside the feed-forward layers of the report decoder.</source>
        <translation>Breite innerhalb der Feed-forward-Schichten des Befunddecoders.</translation>
    </message>
    <message>
        <source>Report length</source>
        <translation>Befundlänge</translation>
    </message>
    <message>
        <source>Word pieces of a report that are read; longer reports are cut.</source>
        <translation>Wortstücke eines Befunds, die gelesen werden; längere Befunde werden abgeschnitten.</translation>
    </message>
    <message>
        <source>Report dropout</source>
        <translation>Dropout im Befund</translation>
    </message>
    <message>
        <source>Dropout in the report decoder.</source>
        <translation>Dropout im Befunddecoder.</translation>
    </message>
    <message>
        <source>Hidden patches</source>
        <translation>Verborgene Bildfelder</translation>
    </message>
    <message>
        <source>Share of the image&apos;s patches that is hidden.</source>
        <translation>Anteil der Bildfelder, der verborgen wird.</translation>
    </message>
    <message>
        <source>Hidden words</source>
        <translation>Verborgene Wörter</translation>
    </message>
    <message>
        <source>Share of the report&apos;s words that is hidden.</source>
        <translation>Anteil der Wörter des Befunds, der verborgen wird.</translation>
    </message>
    <message>
        <source>Report loss</source>
        <translation>Befundverlust</translation>
    </message>
    <message>
        <source>Which positions of the report count: the masked words, or all 100 positions with padding, as in the published code.</source>
        <translation>Welche Stellen des Befunds zählen: die maskierten Wörter oder, wie im veröffentlichten Code, alle 100 Stellen samt Auffüllung.</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskierte</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Normalise patches</source>
        <translation>Bildfelder normieren</translation>
    </message>
    <message>
        <source>Compare patches after giving each mean 0 and deviation 1.</source>
        <translation>Bildfelder vergleichen, nachdem jedes Mittelwert 0 und Streuung 1 bekommen hat.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the training records.</source>
        <translation>Durchgänge durch die Trainingsdatensätze.</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Optimizer steps; 0 takes the number that the epochs give.</source>
        <translation>Schritte des Optimierers; 0 nimmt die Zahl, die sich aus den Epochen ergibt.</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Records a device works on at once.</source>
        <translation>Datensätze, an denen ein Gerät auf einmal arbeitet.</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation>Akkumulation</translation>
    </message>
    <message>
        <source>Batches whose gradients are added up before a step: a larger batch with less memory.</source>
        <translation>Stapel, deren Gradienten vor einem Schritt addiert werden: ein größerer Stapel mit weniger Speicher.</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Base learning rate</source>
        <translation>Grundlernrate</translation>
    </message>
    <message>
        <source>Learning rate for 256 records a step; scaled in proportion to the records a step.</source>
        <translation>Lernrate für 256 Datensätze je Schritt; im Verhältnis zu den Datensätzen je Schritt umgerechnet.</translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation>Endlernrate</translation>
    </message>
    <message>
        <source>Learning rate at the end.</source>
        <translation>Lernrate am Ende.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Epochs over which the learning rate rises from 0 at the start.</source>
        <translation>Epochen, über die die Lernrate am Anfang von 0 ansteigt.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Weight decay; none on biases and norms.</source>
        <translation>Gewichtsabnahme (weight decay); keine bei Bias- und Normgewichten.</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>AdamW&apos;s first moment decay.</source>
        <translation>Abnahme des ersten Moments von AdamW.</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>AdamW&apos;s second moment decay.</source>
        <translation>Abnahme des zweiten Moments von AdamW.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
        <source>Largest norm of the gradient; 0 does not clip.</source>
        <translation>Größte Norm des Gradienten; 0 begrenzt nicht.</translation>
    </message>
    <message>
        <source>Smallest crop</source>
        <translation>Kleinster Ausschnitt</translation>
    </message>
    <message>
        <source>Smallest share of the image&apos;s area that a crop shows.</source>
        <translation>Kleinster Anteil der Bildfläche, den ein Ausschnitt zeigt.</translation>
    </message>
    <message>
        <source>Largest crop</source>
        <translation>Größter Ausschnitt</translation>
    </message>
    <message>
        <source>Largest share of the image&apos;s area that a crop shows.</source>
        <translation>Größter Anteil der Bildfläche, den ein Ausschnitt zeigt.</translation>
    </message>
    <message>
        <source>Mirror images</source>
        <translation>Bilder spiegeln</translation>
    </message>
    <message>
        <source>Mirror half of the images. Off keeps left and right as the report names them.</source>
        <translation>Die Hälfte der Bilder spiegeln. Ausgeschaltet bleiben links und rechts, wie der Befund sie nennt.</translation>
    </message>
    <message>
        <source>Antialiased input</source>
        <translation>Geglättete Eingabe</translation>
    </message>
    <message>
        <source>Antialias when the high-resolution crop is shrunk to the encoder&apos;s input; the published environment did not.</source>
        <translation>Kantenglättung, wenn der hochaufgelöste Ausschnitt auf die Eingabe des Encoders verkleinert wird; die veröffentlichte Umgebung tat es nicht.</translation>
    </message>
    <message>
        <source>Pixel mean</source>
        <translation>Pixelmittelwert</translation>
    </message>
    <message>
        <source>Mean of the pixels, white being 1.</source>
        <translation>Mittelwert der Pixel, wobei Weiß 1 ist.</translation>
    </message>
    <message>
        <source>Pixel deviation</source>
        <translation>Pixelstreuung</translation>
    </message>
    <message>
        <source>Standard deviation of the pixels, white being 1.</source>
        <translation>Standardabweichung der Pixel, wobei Weiß 1 ist.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>Number from which all random choices follow; the same seed repeats the run.</source>
        <translation>Zahl, aus der alle Zufallsentscheidungen folgen; dieselbe Startzahl wiederholt den Lauf.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where to compute: auto takes a GPU when there is one.</source>
        <translation>Wo gerechnet wird: auto nimmt eine GPU, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>cuda</source>
        <translation>cuda</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Number format of the computation: bf16 is faster where the processor has it, weights stay fp32.</source>
        <translation>Zahlenformat der Rechnung: bf16 ist schneller, wo der Prozessor es beherrscht; die Gewichte bleiben fp32.</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads for computing; 0 takes one for each core.</source>
        <translation>Prozessor-Threads zum Rechnen; 0 nimmt einen je Kern.</translation>
    </message>
    <message>
        <source>Loader threads</source>
        <translation>Lade-Threads</translation>
    </message>
    <message>
        <source>Threads that decode images ahead; 0 chooses.</source>
        <translation>Threads, die Bilder im Voraus dekodieren; 0 wählt selbst.</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>Aufzeichnen alle</translation>
    </message>
    <message>
        <source>Steps between two points of the curves.</source>
        <translation>Schritte zwischen zwei Punkten der Kurven.</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>Prüfen alle</translation>
    </message>
    <message>
        <source>Epochs between two measurements on the records held back.</source>
        <translation>Epochen zwischen zwei Messungen an den zurückgehaltenen Datensätzen.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Sichern alle</translation>
    </message>
    <message>
        <source>Minutes between two checkpoints.</source>
        <translation>Minuten zwischen zwei Sicherungspunkten.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>Vorschau alle</translation>
    </message>
    <message>
        <source>Epochs between two reconstruction previews.</source>
        <translation>Epochen zwischen zwei Vorschauen der Wiederherstellung.</translation>
    </message>
    <message>
        <source>Preview records</source>
        <translation>Vorschaudatensätze</translation>
    </message>
    <message>
        <source>Records shown in the previews.</source>
        <translation>Datensätze, die in den Vorschauen gezeigt werden.</translation>
    </message>
    <message>
        <source>Keep checkpoints</source>
        <translation>Behaltene Sicherungspunkte</translation>
    </message>
    <message>
        <source>How many of the last checkpoints are kept.</source>
        <translation>Wie viele der letzten Sicherungspunkte behalten werden.</translation>
    </message>
    <message>
        <source>Trial on this computer</source>
        <translation>Versuch auf diesem Rechner</translation>
    </message>
    <message>
        <source>A tiny model that learns within minutes without a GPU.</source>
        <translation>Ein winziges Modell, das ohne GPU in Minuten lernt.</translation>
    </message>
    <message>
        <source>Short trial</source>
        <translation>Kurzer Versuch</translation>
    </message>
    <message>
        <source>The full-size model for 10 epochs, to see on a GPU that everything is in place.</source>
        <translation>Das Modell in voller Größe für 10 Epochen, um auf einer GPU zu sehen, dass alles bereit ist.</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>The recipe of the paper: ViT-B/16, 200 epochs, for GPUs and large data sets.</source>
        <translation>Das Rezept der Veröffentlichung: ViT-B/16, 200 Epochen, für GPUs und große Datenmengen.</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Catalogue (catalog.db, or the folder with it) whose records and splits are used in place of a table.</source>
        <translation>Katalog (catalog.db oder sein Ordner), dessen Datensätze und Aufteilung an Stelle einer Tabelle verwendet werden.</translation>
    </message>
    <message>
        <source>Share of the patients whose records are held back to measure progress, unless a catalogue&apos;s splits say who.</source>
        <translation>Anteil der Patienten, deren Datensätze zurückgehalten werden, um den Fortschritt zu messen, sofern nicht die Aufteilung eines Katalogs es bestimmt.</translation>
    </message>
</context>
<context>
    <name>mrm::AboutDialog</name>
    <message>
        <source>About MRM Workbench</source>
        <translation>Über MRM Workbench</translation>
    </message>
    <message>
        <source>MRM Workbench</source>
        <translation>MRM Workbench</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>Version %1, Qt %2</translation>
    </message>
    <message>
        <source>Masked Record Modeling of chest radiographs and their reports.

A tool for research, not a medical device. It works on this computer alone: it opens no network connection by itself and sends nothing anywhere.

Apache License 2.0.</source>
        <translation>Masked Record Modeling von Thorax-Röntgenbildern und ihren Befunden.

Ein Werkzeug für die Forschung, kein Medizinprodukt. Es arbeitet allein auf diesem Rechner: Es öffnet von sich aus keine Netzverbindung und sendet nichts.

Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>mrm::BarChart</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mrm::CatalogFacetModel</name>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 records</source>
        <translation>%1, %2 Datensätze</translation>
    </message>
</context>
<context>
    <name>mrm::CatalogTableModel</name>
    <message>
        <source>Record %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>patient %1</source>
        <translation>Patient %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
</context>
<context>
    <name>mrm::CatalogText</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Verwendbar</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Blank</source>
        <comment>label without a value</comment>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>View</source>
        <comment>projection: PA, AP, lateral</comment>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no split</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>With report</source>
        <translation>Mit Befund</translation>
    </message>
    <message>
        <source>Without report</source>
        <translation>Ohne Befund</translation>
    </message>
    <message>
        <source>With mask</source>
        <translation>Mit Maske</translation>
    </message>
    <message>
        <source>Without mask</source>
        <translation>Ohne Maske</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Divers</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Ohne Angabe eines Grundes</translation>
    </message>
    <message>
        <source>%1 (uncertain)</source>
        <translation>%1 (unsicher)</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message numerus="yes">
        <source>%Ln patient(s) in two splits</source>
        <translation>
            <numerusform>%Ln Patient in zwei Teilen</numerusform>
            <numerusform>%Ln Patienten in zwei Teilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) in two splits</source>
        <translation>
            <numerusform>%Ln Bild in zwei Teilen</numerusform>
            <numerusform>%Ln Bilder in zwei Teilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) more than once</source>
        <translation>
            <numerusform>%Ln Bild mehrfach</numerusform>
            <numerusform>%Ln Bilder mehrfach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es) without positives in a split</source>
        <translation>
            <numerusform>%Ln Klasse ohne positive Fälle in einem Teil</numerusform>
            <numerusform>%Ln Klassen ohne positive Fälle in einem Teil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) that look inverted</source>
        <translation>
            <numerusform>%Ln Bild, das invertiert aussieht</numerusform>
            <numerusform>%Ln Bilder, die invertiert aussehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Records without a split</source>
        <translation>Datensätze ohne Aufteilung</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz importieren</numerusform>
            <numerusform>%Ln Datensätze importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exclude %Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz ausschließen</numerusform>
            <numerusform>%Ln Datensätze ausschließen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz wiederherstellen</numerusform>
            <numerusform>%Ln Datensätze wiederherstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quarantine %Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz in Quarantäne setzen</numerusform>
            <numerusform>%Ln Datensätze in Quarantäne setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set view %1 of %Ln record(s)</source>
        <translation>
            <numerusform>Projektion %1 bei %Ln Datensatz setzen</numerusform>
            <numerusform>Projektion %1 bei %Ln Datensätzen setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set split %1 of %Ln record(s)</source>
        <translation>
            <numerusform>Aufteilung „%1“ bei %Ln Datensatz setzen</numerusform>
            <numerusform>Aufteilung „%1“ bei %Ln Datensätzen setzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %Ln record(s) %1</source>
        <translation>
            <numerusform>%Ln Datensatz aufteilen: %1</numerusform>
            <numerusform>%Ln Datensätze aufteilen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add tag %1 to %Ln record(s)</source>
        <translation>
            <numerusform>Markierung „%1“ zu %Ln Datensatz hinzufügen</numerusform>
            <numerusform>Markierung „%1“ zu %Ln Datensätzen hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove tag %1 from %Ln record(s)</source>
        <translation>
            <numerusform>Markierung „%1“ von %Ln Datensatz entfernen</numerusform>
            <numerusform>Markierung „%1“ von %Ln Datensätzen entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::CheckPage</name>
    <message>
        <source>Check again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Reading what there is</source>
        <translation>Was da ist, wird gelesen</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Go back to the settings, or check again.</source>
        <translation>Nichts wurde geändert. Gehen Sie zu den Einstellungen zurück oder prüfen Sie neu.</translation>
    </message>
    <message>
        <source>The list was saved.</source>
        <translation>Die Liste wurde gespeichert.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What was found?</source>
        <translation>Was wurde gefunden?</translation>
    </message>
    <message>
        <source>No record was found</source>
        <translation>Kein Datensatz wurde gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) to look at</source>
        <translation>
            <numerusform>%n Punkt zum Ansehen</numerusform>
            <numerusform>%n Punkte zum Ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is copied or changed before the last page.</source>
        <translation>Vor der letzten Seite wird nichts kopiert oder geändert.</translation>
    </message>
    <message>
        <source>Needs about %1 on the disk for the catalogue; images stay where they are.</source>
        <translation>Braucht etwa %1 auf der Platte für den Katalog; Bilder bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>No record was found.</source>
        <translation>Kein Datensatz wurde gefunden.</translation>
    </message>
</context>
<context>
    <name>mrm::ChecksPage</name>
    <message>
        <source>Reading images: %1 of %2</source>
        <translation>Bilder werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Reading images…</source>
        <translation>Bilder werden gelesen…</translation>
    </message>
    <message>
        <source>Training does not start before this is resolved.</source>
        <translation>Das Training beginnt nicht, bevor dies geklärt ist.</translation>
    </message>
    <message>
        <source>Worth a look.</source>
        <translation>Einen Blick wert.</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Read the images</source>
        <translation>Bilder lesen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Es wird geprüft…</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Some of this blocks training until it is resolved.</source>
        <translation>Einiges davon hält das Training auf, bis es geklärt ist.</translation>
    </message>
    <message>
        <source>Nothing of this blocks training.</source>
        <translation>Nichts davon hält das Training auf.</translation>
    </message>
    <message>
        <source>Only %1 of %2 images could be compared: the others have not been read yet.</source>
        <translation>Nur %1 von %2 Bildern konnten verglichen werden: Die anderen sind noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The records were changed since: check again.</source>
        <translation>Die Datensätze wurden seither geändert: Bitte neu prüfen.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Show these records</source>
        <translation>Diese Datensätze zeigen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Decodes every image once: its size, whether it is there twice, and whether it looks inverted are known then. Goes on in the background.</source>
        <translation>Dekodiert jedes Bild einmal: Danach ist bekannt, wie groß es ist, ob es doppelt ist und ob es invertiert aussieht. Geht im Hintergrund weiter.</translation>
    </message>
    <message>
        <source>Choose a problem at the left to see its records.</source>
        <translation>Wählen Sie links ein Problem, um seine Datensätze zu sehen.</translation>
    </message>
</context>
<context>
    <name>mrm::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlssuche</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen Sie, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command fits. Try a shorter word.</source>
        <translation>Kein Befehl passt. Versuchen Sie ein kürzeres Wort.</translation>
    </message>
</context>
<context>
    <name>mrm::CooccurrenceModel</name>
    <message numerus="yes">
        <source>%1: %n record(s)</source>
        <translation>
            <numerusform>%1: %n Datensatz</numerusform>
            <numerusform>%1: %n Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: %n record(s), %3 of those with %1</source>
        <translation>
            <numerusform>%1 und %2: %n Datensatz, %3 derer mit %1</numerusform>
            <numerusform>%1 und %2: %n Datensätze, %3 derer mit %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::CooccurrenceView</name>
    <message>
        <source>Classes that are positive together</source>
        <translation>Klassen, die zusammen positiv sind</translation>
    </message>
    <message>
        <source>Number of records with both classes; the colour is their share of the row&apos;s positives.</source>
        <translation>Zahl der Datensätze mit beiden Klassen; die Farbe ist ihr Anteil an den Positiven der Zeile.</translation>
    </message>
</context>
<context>
    <name>mrm::CurvePanel</name>
    <message>
        <source>Image loss</source>
        <translation>Bildverlust</translation>
    </message>
    <message>
        <source>Report loss</source>
        <translation>Befundverlust</translation>
    </message>
    <message>
        <source>Total loss</source>
        <translation>Gesamtverlust</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>Each patch&apos;s mean</source>
        <translation>Mittelwert jedes Bildfelds</translation>
    </message>
    <message>
        <source>The words&apos; frequencies</source>
        <translation>Häufigkeit der Wörter</translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom, double-click to see all. Thin: each step; thick: smoothed; dashed with marks: on records held back from training.</source>
        <translation>Ziehen verschiebt, das Mausrad zoomt, ein Doppelklick zeigt alles. Dünn: jeder Schritt; dick: geglättet; gestrichelt mit Marken: an Datensätzen, die vom Training zurückgehalten werden.</translation>
    </message>
</context>
<context>
    <name>mrm::CurvesTable</name>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>%1 on records of patients held back from training</source>
        <translation>%1 an Datensätzen von Patienten, die vom Training zurückgehalten werden</translation>
    </message>
    <message>
        <source>Values of the curves</source>
        <translation>Werte der Kurven</translation>
    </message>
</context>
<context>
    <name>mrm::CurvesView</name>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>How much the thick curves are smoothed</source>
        <translation>Wie stark die dicken Kurven geglättet sind</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Show the losses on a logarithmic scale</source>
        <translation>Die Verluste logarithmisch zeigen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep up with the run; Space pauses and goes on</source>
        <translation>Mit dem Lauf mitgehen; die Leertaste hält an und geht weiter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show the whole run (double-click in a plot)</source>
        <translation>Den ganzen Lauf zeigen (Doppelklick in eine Kurve)</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
</context>
<context>
    <name>mrm::DataSetDialog</name>
    <message>
        <source>Prepare the data set</source>
        <translation>Daten vorbereiten</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>mrm::DataSetText</name>
    <message>
        <source>Text without heading</source>
        <translation>Text ohne Überschrift</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Indication</source>
        <translation>Fragestellung</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Voraufnahmen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Impression</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>Findings and impression</source>
        <translation>Befund und Beurteilung</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>Other sections</source>
        <translation>Andere Abschnitte</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>Der ganze Text</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Number that identifies</source>
        <translation>Kennnummer</translation>
    </message>
    <message>
        <source>Age above 89</source>
        <translation>Alter über 89</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Hospital or place</source>
        <translation>Krankenhaus oder Ort</translation>
    </message>
</context>
<context>
    <name>mrm::DataStage</name>
    <message>
        <source>Reading the records…</source>
        <translation>Die Datensätze werden gelesen…</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Search records</source>
        <translation>Datensätze durchsuchen</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Kein Projekt ist geöffnet</translation>
    </message>
    <message>
        <source>Open or create a project to see its records.</source>
        <translation>Öffnen oder erstellen Sie ein Projekt, um seine Datensätze zu sehen.</translation>
    </message>
    <message>
        <source>Reading images: %1 of %2</source>
        <translation>Bilder werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Reading images…</source>
        <translation>Bilder werden gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) read</source>
        <translation>
            <numerusform>%Ln Bild gelesen</numerusform>
            <numerusform>%Ln Bilder gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cannot be used</source>
        <translation>
            <numerusform>%Ln davon nicht verwendbar</numerusform>
            <numerusform>%Ln davon nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be changed</source>
        <translation>Nichts war zu ändern</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>The records cannot be shown</source>
        <translation>Die Datensätze können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>What is wrong is said above.</source>
        <translation>Was nicht stimmt, steht oben.</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>Noch keine Datensätze</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>In Arbeit…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Datensatz</numerusform>
            <numerusform>%Ln Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln record(s)</source>
        <translation>
            <numerusform>%1 von %Ln Datensatz</numerusform>
            <numerusform>%1 von %Ln Datensätzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quarantined</source>
        <translation>
            <numerusform>%Ln in Quarantäne</numerusform>
            <numerusform>%Ln in Quarantäne</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Search reports; patient: and file: too</source>
        <translation>Befunde durchsuchen; auch patient: und file:</translation>
    </message>
    <message>
        <source>Words that all occur in the report. &quot;A phrase&quot; in quotes, word* by its beginning, patient:12, study:7 or file:name for the rest.</source>
        <translation>Wörter, die alle im Befund vorkommen. „Eine Wendung“ in Anführungszeichen (&quot;…&quot;), wort* nach seinem Anfang, patient:12, study:7 oder file:name für das Übrige.</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>Eingrenzen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No record fits the search and the choices at the left together.</source>
        <translation>Kein Datensatz passt zugleich zur Suche und zur Auswahl links.</translation>
    </message>
    <message>
        <source>Show all records</source>
        <translation>Alle Datensätze zeigen</translation>
    </message>
    <message>
        <source>These records cannot be used as they are; the reasons are counted at the left. Put right what is wrong with the files and try again, or exclude them.</source>
        <translation>Diese Datensätze sind so nicht verwendbar; links sind die Gründe gezählt. Bringen Sie die Dateien in Ordnung und versuchen Sie es noch einmal, oder schließen Sie die Datensätze aus.</translation>
    </message>
    <message>
        <source>Reads the images of the records shown again. Those that can be read now are usable again.</source>
        <translation>Liest die Bilder der gezeigten Datensätze noch einmal. Was jetzt lesbar ist, ist wieder verwendbar.</translation>
    </message>
    <message>
        <source>Exclude records</source>
        <translation>Datensätze ausschließen</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Warum:</translation>
    </message>
    <message>
        <source>Set view</source>
        <translation>Projektion setzen</translation>
    </message>
    <message>
        <source>View:</source>
        <translation>Projektion:</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Markierung hinzufügen</translation>
    </message>
    <message>
        <source>Tag:</source>
        <translation>Markierung:</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message numerus="yes">
        <source>(%Ln record(s))</source>
        <translation>
            <numerusform>(%Ln Datensatz)</numerusform>
            <numerusform>(%Ln Datensätze)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be used again</source>
        <translation>
            <numerusform>%Ln wieder verwendbar</numerusform>
            <numerusform>%Ln wieder verwendbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still cannot</source>
        <translation>
            <numerusform>%Ln weiterhin nicht</numerusform>
            <numerusform>%Ln weiterhin nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them only after a new import</source>
        <translation>
            <numerusform>%Ln davon erst nach einem neuen Import</numerusform>
            <numerusform>%Ln davon erst nach einem neuen Import</numerusform>
        </translation>
    </message>
    <message>
        <source>Radiographs with their reports will be here. Drop a folder or a table here, or import them.</source>
        <translation>Hier werden Röntgenbilder mit ihren Befunden stehen. Legen Sie einen Ordner oder eine Tabelle hier ab oder importieren Sie sie.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
</context>
<context>
    <name>mrm::DisplayChoice</name>
    <message>
        <source>As the &amp;file says</source>
        <translation>Wie die &amp;Datei es sagt</translation>
    </message>
    <message>
        <source>P&amp;ercentiles</source>
        <translation>P&amp;erzentile</translation>
    </message>
    <message>
        <source>Full &amp;range</source>
        <translation>Ganzer &amp;Bereich</translation>
    </message>
    <message>
        <source>&amp;Table before window</source>
        <translation>&amp;Tabelle vor Fenster</translation>
    </message>
    <message>
        <source>The table or window that the unit wrote into the file. 8-bit images stay as they are; files without either are shown by percentiles.</source>
        <translation>Die Tabelle oder das Fenster, die das Gerät in die Datei geschrieben hat. 8-Bit-Bilder bleiben, wie sie sind; Dateien ohne beides werden nach Perzentilen gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fe&amp;nster</translation>
    </message>
    <message>
        <source>Which of the file&apos;s windows; where it has fewer, its last.</source>
        <translation>Welches der Fenster der Datei; hat sie weniger, ihr letztes.</translation>
    </message>
    <message>
        <source>Where a file has both.</source>
        <translation>Wo eine Datei beides hat.</translation>
    </message>
    <message>
        <source>Of each image by itself: what lies below the lower percentile is black, above the upper one white.</source>
        <translation>Jedes Bild für sich: Was unter dem unteren Perzentil liegt, ist schwarz, was über dem oberen liegt, weiß.</translation>
    </message>
    <message>
        <source> %</source>
        <comment>unit of a percentile</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>B&amp;lack up to</source>
        <translation>Sch&amp;warz bis</translation>
    </message>
    <message>
        <source>White fro&amp;m</source>
        <translation>Wei&amp;ß ab</translation>
    </message>
    <message>
        <source>The lower percentile must lie below the upper one.</source>
        <translation>Das untere Perzentil muss unter dem oberen liegen.</translation>
    </message>
    <message>
        <source>From each image&apos;s smallest to its largest value: nothing is cut off, but one bright marker can leave the lungs dark.</source>
        <translation>Vom kleinsten bis zum größten Wert jedes Bildes: Nichts wird abgeschnitten, aber eine helle Marke kann die Lunge dunkel lassen.</translation>
    </message>
    <message>
        <source>window %1: %2/%3</source>
        <extracomment>A window of the file: its number, centre and width.</extracomment>
        <translation>Fenster %1: %2/%3</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>This file has neither.</source>
        <translation>Diese Datei hat keines von beiden.</translation>
    </message>
    <message>
        <source>This file: %1</source>
        <translation>Diese Datei: %1</translation>
    </message>
</context>
<context>
    <name>mrm::DistributionView</name>
    <message numerus="yes">
        <source>%Ln rarer not shown</source>
        <translation>
            <numerusform>%Ln seltenere nicht gezeigt</numerusform>
            <numerusform>%Ln seltenere nicht gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Age, by ten years</source>
        <translation>Alter, je zehn Jahre</translation>
    </message>
    <message>
        <source>%1 without age</source>
        <translation>%1 ohne Alter</translation>
    </message>
</context>
<context>
    <name>mrm::DockTitle</name>
    <message>
        <source>Make it a window of its own, or put it back</source>
        <translation>Als eigenes Fenster ablösen oder zurücksetzen</translation>
    </message>
    <message>
        <source>Hide this panel; View &gt; Panels shows it again</source>
        <translation>Diesen Bereich ausblenden; Ansicht &gt; Bereiche zeigt ihn wieder</translation>
    </message>
</context>
<context>
    <name>mrm::DropArea</name>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a f&amp;older…</source>
        <translation>&amp;Ordner wählen…</translation>
    </message>
    <message>
        <source>What is imported</source>
        <translation>Was importiert wird</translation>
    </message>
    <message>
        <source>Drop a file or folder here</source>
        <translation>Datei oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>A table, a folder of images or DICOM files, or the folder of a public data set. Nothing is copied or changed.</source>
        <translation>Eine Tabelle, ein Ordner mit Bildern oder DICOM-Dateien oder der Ordner einer öffentlichen Sammlung. Nichts wird kopiert oder geändert.</translation>
    </message>
    <message>
        <source>Drop something else here to take that instead.</source>
        <translation>Legen Sie etwas anderes hier ab, um das zu nehmen.</translation>
    </message>
</context>
<context>
    <name>mrm::ErrorText</name>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen.</translation>
    </message>
    <message>
        <source>Please report it with the details below.</source>
        <translation>Bitte melden Sie es mit den Einzelheiten unten.</translation>
    </message>
</context>
<context>
    <name>mrm::FacetPanel</name>
    <message>
        <source>Narrow down</source>
        <translation>Eingrenzen</translation>
    </message>
</context>
<context>
    <name>mrm::FindingsView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save list…</source>
        <translation>Liste speichern…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>A table of all findings, and of every record that is quarantined with its reason.</source>
        <translation>Eine Tabelle aller Punkte und jedes Datensatzes in Quarantäne mit seinem Grund.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::Format</name>
    <message>
        <source>%1%</source>
        <extracomment>A share in percent; %1 is the number.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>heute, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>gestern, %1</translation>
    </message>
</context>
<context>
    <name>mrm::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Die Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Seite der Hilfe</translation>
    </message>
    <message>
        <source>No page has “%1”.</source>
        <translation>Auf keiner Seite kommt „%1“ vor.</translation>
    </message>
</context>
<context>
    <name>mrm::ImagePane</name>
    <message>
        <source>x %1  y %2  value %3  shown %4</source>
        <translation>x %1  y %2  Wert %3  gezeigt %4</translation>
    </message>
    <message>
        <source>W %1  L %2  %3%</source>
        <comment>window width, window level, zoom in percent</comment>
        <translation>F %1  M %2  %3 %</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>No image.</source>
        <translation>Kein Bild.</translation>
    </message>
    <message>
        <source>%1 by %2 pixels</source>
        <translation>%1 mal %2 Pixel</translation>
    </message>
    <message>
        <source>zoom %1 percent</source>
        <translation>Zoom %1 Prozent</translation>
    </message>
    <message>
        <source>window %1, level %2</source>
        <translation>Fenster %1, Mitte %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>with overlay</source>
        <translation>mit Überlagerung</translation>
    </message>
</context>
<context>
    <name>mrm::ImageReader</name>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Reading images was stopped. It goes on when the project is opened again.</source>
        <translation>Das Lesen der Bilder wurde angehalten. Es geht weiter, wenn das Projekt wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>The images of %1 cannot be reached. If they have moved, say so under Records, Sources.</source>
        <translation>Die Bilder von %1 sind nicht erreichbar. Wenn sie verschoben wurden, geben Sie es unter Datensätze, Quellen an.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) read</source>
        <translation>
            <numerusform>%n Bild gelesen</numerusform>
            <numerusform>%n Bilder gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarantined: the records say why</source>
        <translation>
            <numerusform>%n in Quarantäne: Der Datensatz sagt, warum</numerusform>
            <numerusform>%n in Quarantäne: Die Datensätze sagen, warum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look inverted</source>
        <translation>
            <numerusform>%n sieht invertiert aus</numerusform>
            <numerusform>%n sehen invertiert aus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::ImagesPage</name>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Wei&amp;ter</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Ta&amp;ke back</source>
        <translation>Zurück&amp;nehmen</translation>
    </message>
    <message>
        <source>No images</source>
        <translation>Keine Bilder</translation>
    </message>
    <message>
        <source>No record of this data set can be used.</source>
        <translation>Kein Datensatz dieser Sammlung ist verwendbar.</translation>
    </message>
    <message>
        <source>Shows all images that way, and trains on them so.</source>
        <translation>Zeigt alle Bilder so und trainiert so mit ihnen.</translation>
    </message>
    <message>
        <source>Back to what is in force.</source>
        <translation>Zurück zu dem, was gilt.</translation>
    </message>
    <message>
        <source>%1: how the values became gray levels</source>
        <translation>%1: wie aus den Werten Grauwerte wurden</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>As chosen</source>
        <translation>Wie gewählt</translation>
    </message>
    <message>
        <source>Images that look inverted</source>
        <translation>Bilder, die invertiert aussehen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>How do stored values become gray levels?</source>
        <translation>Wie werden aus gespeicherten Werten Grauwerte?</translation>
    </message>
    <message>
        <source>No image looks inverted against its neighbours.</source>
        <translation>Kein Bild sieht gegenüber seinen Nachbarn invertiert aus.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) look inverted against their neighbours; a click shows them.</source>
        <translation>
            <numerusform>%Ln Bild sieht gegenüber seinen Nachbarn invertiert aus; ein Klick zeigt es.</numerusform>
            <numerusform>%Ln Bilder sehen gegenüber ihren Nachbarn invertiert aus; ein Klick zeigt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are here; the checks list all of them.</source>
        <translation>
            <numerusform>Das erste ist hier; die Prüfungen nennen alle.</numerusform>
            <numerusform>Die ersten %Ln sind hier; die Prüfungen nennen alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) were not read yet.</source>
        <translation>
            <numerusform>%Ln Bild wurde noch nicht gelesen.</numerusform>
            <numerusform>%Ln Bilder wurden noch nicht gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Record %1 looks inverted</source>
        <translation>Datensatz %1 sieht invertiert aus</translation>
    </message>
    <message>
        <source>Not in force yet. Applied, all images are read again in the background. Runs that have begun keep the images they began with.</source>
        <translation>Gilt noch nicht. Nach dem Anwenden werden alle Bilder im Hintergrund neu gelesen. Läufe, die begonnen haben, behalten die Bilder, mit denen sie begannen.</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>In force. The images are read again now.</source>
        <translation>Gilt. Die Bilder werden jetzt neu gelesen.</translation>
    </message>
    <message>
        <source>In force: so the images are shown, and so they are trained on.</source>
        <translation>Gilt: So werden die Bilder gezeigt, und so wird mit ihnen trainiert.</translation>
    </message>
    <message>
        <source>Record %1, %2 of %3: %4</source>
        <translation>Datensatz %1, %2 von %3: %4</translation>
    </message>
</context>
<context>
    <name>mrm::ImportFieldEditor</name>
    <message>
        <source>Browse…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (freiwillig)</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>%1 (as %2)</source>
        <translation>%1 (als %2)</translation>
    </message>
</context>
<context>
    <name>mrm::ImportText</name>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What was found: a number and what it counts.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Datensatz</numerusform>
            <numerusform>%n Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to quarantine</source>
        <translation>
            <numerusform>%n in Quarantäne</numerusform>
            <numerusform>%n in Quarantäne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n Patient</numerusform>
            <numerusform>%n Patienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) added</source>
        <translation>
            <numerusform>%n Datensatz hinzugefügt</numerusform>
            <numerusform>%n Datensätze hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) updated</source>
        <translation>
            <numerusform>%n Datensatz aktualisiert</numerusform>
            <numerusform>%n Datensätze aktualisiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) unchanged</source>
        <translation>
            <numerusform>%n Datensatz unverändert</numerusform>
            <numerusform>%n Datensätze unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of them quarantined, each with its reason</source>
        <translation>
            <numerusform>%n davon in Quarantäne, mit seinem Grund</numerusform>
            <numerusform>%n davon in Quarantäne, jeder mit seinem Grund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) no longer in the source, now quarantined</source>
        <translation>
            <numerusform>%n Datensatz ist nicht mehr in der Quelle, jetzt in Quarantäne</numerusform>
            <numerusform>%n Datensätze sind nicht mehr in der Quelle, jetzt in Quarantäne</numerusform>
        </translation>
    </message>
    <message>
        <source>No record was changed</source>
        <translation>Kein Datensatz wurde geändert</translation>
    </message>
</context>
<context>
    <name>mrm::ImportWizard</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Show records</source>
        <translation>Datensätze zeigen</translation>
    </message>
    <message>
        <source>Update from %1</source>
        <translation>Aus %1 aktualisieren</translation>
    </message>
</context>
<context>
    <name>mrm::JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>A rate of whatever is counted: files, records.</extracomment>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>mrm::LabelCountsModel</name>
    <message>
        <source>%1: %2 of %3 labels count; %4 are positive</source>
        <translation>%1: %2 von %3 Labels zählen; %4 sind positiv</translation>
    </message>
    <message>
        <source>What the model is trained towards, under the policy chosen above.</source>
        <translation>Worauf das Modell trainiert wird, nach der Regel oben.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Trained as</source>
        <translation>Trainiert als</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positiv</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Blank</source>
        <comment>label without a value</comment>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Absent</source>
        <comment>label that the data set does not speak of</comment>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>→ 1</source>
        <translation>→ 1</translation>
    </message>
    <message>
        <source>→ 0</source>
        <translation>→ 0</translation>
    </message>
    <message>
        <source>→ 0.5</source>
        <translation>→ 0,5</translation>
    </message>
    <message>
        <source>→ left out</source>
        <translation>→ ausgelassen</translation>
    </message>
</context>
<context>
    <name>mrm::LabelCountsView</name>
    <message>
        <source>Labels by class</source>
        <translation>Labels nach Klassen</translation>
    </message>
</context>
<context>
    <name>mrm::LabelsPage</name>
    <message>
        <source>Counting labels</source>
        <translation>Labels werden gezählt</translation>
    </message>
    <message>
        <source>No labels</source>
        <translation>Keine Labels</translation>
    </message>
    <message>
        <source>The records of this data set have no labels. They come with an import: a table with a column for each class, or a list of classes.</source>
        <translation>Die Datensätze haben keine Labels. Sie kommen mit einem Import: einer Tabelle mit einer Spalte für jede Klasse oder einer Liste von Klassen.</translation>
    </message>
    <message>
        <source>Left out (U-ignore)</source>
        <translation>Ausgelassen (U-ignore)</translation>
    </message>
    <message>
        <source>As negative (U-zeros)</source>
        <translation>Als negativ (U-zeros)</translation>
    </message>
    <message>
        <source>As positive (U-ones)</source>
        <translation>Als positiv (U-ones)</translation>
    </message>
    <message>
        <source>Kept, as 0.5</source>
        <translation>Behalten, als 0,5</translation>
    </message>
    <message>
        <source>As negative</source>
        <translation>Als negativ</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>All usable records</source>
        <translation>Alle verwendbaren Datensätze</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The table of counts, for a spreadsheet.</source>
        <translation>Die Tabelle der Zahlen, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>Auf&amp;gabe</translation>
    </message>
    <message>
        <source>&amp;Uncertain labels</source>
        <translation>&amp;Unsichere Labels</translation>
    </message>
    <message>
        <source>&amp;Blank labels</source>
        <translation>&amp;Leere Labels</translation>
    </message>
    <message>
        <source>Counted &amp;in</source>
        <translation>&amp;Gezählt in</translation>
    </message>
    <message>
        <source>Blank: the source leaves the class open. Absent: it does not speak of the class. The names U-ignore, U-zeros, U-ones are those of the CheXpert paper.</source>
        <translation>Leer: Die Quelle lässt die Klasse offen. Fehlt: Sie spricht nicht von der Klasse. Die Namen U-ignore, U-zeros, U-ones sind die der CheXpert-Arbeit.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>What counts as positive?</source>
        <translation>Was gilt als positiv?</translation>
    </message>
</context>
<context>
    <name>mrm::LogView</name>
    <message>
        <source>What the worker says will be here.</source>
        <translation>Hier steht, was das Trainingsprogramm meldet.</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>Protokoll des Laufs</translation>
    </message>
</context>
<context>
    <name>mrm::MainWindow</name>
    <message>
        <source>MRM Workbench</source>
        <translation>MRM Workbench</translation>
    </message>
    <message>
        <source>%1 (synthetic)</source>
        <translation>%1 (künstlich)</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) failed or interrupted</source>
        <translation>
            <numerusform>%n Lauf fehlgeschlagen oder unterbrochen</numerusform>
            <numerusform>%n Läufe fehlgeschlagen oder unterbrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) set aside</source>
        <translation>
            <numerusform>%n Datensatz beiseitegelegt</numerusform>
            <numerusform>%n Datensätze beiseitegelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>The saved arrangement of the panels does not fit this version of the program; the default one is shown.</source>
        <translation>Die gespeicherte Anordnung der Bereiche passt nicht zu dieser Programmversion; die Standardanordnung wird gezeigt.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>There is no such file or folder.</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>mrm::Notice</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>mrm::OptionField</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>published: %1</source>
        <translation>veröffentlicht: %1</translation>
    </message>
    <message>
        <source>This is the value of the paper.</source>
        <translation>Dies ist der Wert der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Take the value of the paper.</source>
        <translation>Den Wert der Veröffentlichung nehmen.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>mrm::OptionForm</name>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
</context>
<context>
    <name>mrm::OptionText</name>
    <message>
        <source>A number is needed here.</source>
        <translation>Hier wird eine Zahl gebraucht.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Dies ist keine Zahl.</translation>
    </message>
    <message>
        <source>Between %1 and %2.</source>
        <translation>Zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>Hier wird eine ganze Zahl gebraucht.</translation>
    </message>
</context>
<context>
    <name>mrm::PairView</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The same, inverted</source>
        <translation>Dasselbe, invertiert</translation>
    </message>
    <message>
        <source>Reading the image…</source>
        <translation>Das Bild wird gelesen…</translation>
    </message>
    <message>
        <source>Exclude this one</source>
        <translation>Dieses ausschließen</translation>
    </message>
    <message>
        <source>Keep the left one only</source>
        <translation>Nur das linke behalten</translation>
    </message>
    <message>
        <source>Excludes all others of this group.</source>
        <translation>Schließt alle anderen dieser Gruppe aus.</translation>
    </message>
    <message>
        <source>The one before at the right</source>
        <translation>Rechts das vorige</translation>
    </message>
    <message>
        <source>The next one at the right</source>
        <translation>Rechts das nächste</translation>
    </message>
</context>
<context>
    <name>mrm::PretrainStage</name>
    <message>
        <source>Pausing…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation>Geht weiter…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Stopping: a checkpoint is written first…</source>
        <translation>Wird beendet: Zuerst wird ein Sicherungspunkt geschrieben…</translation>
    </message>
    <message>
        <source>Open run folder</source>
        <translation>Laufordner öffnen</translation>
    </message>
    <message>
        <source>Pre-train</source>
        <translation>Vortraining</translation>
    </message>
    <message>
        <source>Run folders</source>
        <translation>Laufordner</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>A pre-training hides parts of each radiograph and of its report, and trains a model to restore them. Its curves and what it restores will be here.</source>
        <translation>Ein Vortraining verdeckt Teile jeder Röntgenaufnahme und ihres Befunds und trainiert ein Modell darauf, sie wiederherzustellen. Hier erscheinen dann die Kurven und das, was das Modell wiederherstellt.</translation>
    </message>
    <message>
        <source>Start pre-training…</source>
        <translation>Vortraining starten…</translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation>Laufordner öffnen…</translation>
    </message>
</context>
<context>
    <name>mrm::PreviewView</name>
    <message>
        <source>Step %1 (latest)</source>
        <translation>Schritt %1 (neuester)</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 of %2 patches visible</source>
        <translation>%1 von %2 Bildfeldern sichtbar</translation>
    </message>
    <message>
        <source>image loss %1</source>
        <translation>Bildverlust %1</translation>
    </message>
    <message>
        <source>report loss %1</source>
        <translation>Befundverlust %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n hidden word(s) restored</source>
        <translation>
            <numerusform>%1 von %n verdecktem Wort wiederhergestellt</numerusform>
            <numerusform>%1 von %n verdeckten Wörtern wiederhergestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Record of the preview</source>
        <translation>Datensatz der Vorschau</translation>
    </message>
    <message>
        <source>Number of the record in the table</source>
        <translation>Nummer des Datensatzes in der Tabelle</translation>
    </message>
    <message>
        <source>Step of the preview</source>
        <translation>Schritt der Vorschau</translation>
    </message>
    <message>
        <source>Go back to earlier previews</source>
        <translation>Zu früheren Vorschauen zurückgehen</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Go on to each new preview</source>
        <translation>Zu jeder neuen Vorschau weitergehen</translation>
    </message>
    <message>
        <source>Report&apos;s own words</source>
        <translation>Originalwörter des Befunds</translation>
    </message>
    <message>
        <source>Show what the report says in place of the hidden words</source>
        <translation>Anstelle der verdeckten Wörter zeigen, was im Befund steht</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Maskiert</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>No preview yet</source>
        <translation>Noch keine Vorschau</translation>
    </message>
    <message>
        <source>After the first epochs the worker shows here what the model restores of a few records: their hidden patches and their hidden words.</source>
        <translation>Nach den ersten Epochen zeigt das Trainingsprogramm hier, was das Modell bei einigen Datensätzen wiederherstellt: ihre verdeckten Bildfelder und ihre verdeckten Wörter.</translation>
    </message>
</context>
<context>
    <name>mrm::RecentList</name>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation>noch keine Läufe</translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation>Synthetisch</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt verwendete Projekte</translation>
    </message>
</context>
<context>
    <name>mrm::RecordDetails</name>
    <message>
        <source>Record %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>patient %1</source>
        <translation>Patient %1</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>This record has no report.</source>
        <translation>Dieser Datensatz hat keinen Befund.</translation>
    </message>
    <message>
        <source>This record names no image.</source>
        <translation>Dieser Datensatz nennt kein Bild.</translation>
    </message>
    <message>
        <source>Reading the image…</source>
        <translation>Das Bild wird gelesen…</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation>gespeichert %1</translation>
    </message>
    <message>
        <source>shown %1</source>
        <translation>gezeigt %1</translation>
    </message>
    <message>
        <source>Labels</source>
        <extracomment>Tab of a record; %1 is the number of labels.</extracomment>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <translation>Labels (%1)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Einzelbild</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation>Pixelabstand</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Polarity</source>
        <translation>Polarität</translation>
    </message>
    <message>
        <source>Looks inverted against its neighbours</source>
        <translation>Sieht neben seinen Nachbarn invertiert aus</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>View</source>
        <comment>projection: PA, AP, lateral</comment>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>DICOM</source>
        <translation>DICOM</translation>
    </message>
    <message>
        <source>About the record</source>
        <translation>Über den Datensatz</translation>
    </message>
    <message>
        <source>DICOM attributes</source>
        <translation>DICOM-Attribute</translation>
    </message>
    <message>
        <source>Find an attribute</source>
        <translation>Attribut suchen</translation>
    </message>
</context>
<context>
    <name>mrm::RecordTableView</name>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
</context>
<context>
    <name>mrm::ReportText</name>
    <message>
        <source>Restored: “%1”, as in the report. Probability of this word: %2.</source>
        <translation>Wiederhergestellt: „%1“, wie im Befund. Wahrscheinlichkeit dieses Wortes: %2.</translation>
    </message>
    <message>
        <source>Restored: “%1”. The report says “%2”, to which the model gives a probability of %3.</source>
        <translation>Wiederhergestellt: „%1“. Im Befund steht „%2“; diesem Wort gibt das Modell eine Wahrscheinlichkeit von %3.</translation>
    </message>
    <message>
        <source>Report with restored words</source>
        <translation>Befund mit wiederhergestellten Wörtern</translation>
    </message>
</context>
<context>
    <name>mrm::ReportTextView</name>
    <message>
        <source>%1: the model reads it</source>
        <translation>%1: Das Modell liest es</translation>
    </message>
    <message>
        <source>%1: not read</source>
        <translation>%1: nicht gelesen</translation>
    </message>
    <message>
        <source>Looks like personal data: %1 (%2)</source>
        <translation>Sieht nach personenbezogenen Daten aus: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>mrm::ReportsPage</name>
    <message>
        <source>Single blanks for line breaks</source>
        <translation>Zeilenumbrüche als Leerzeichen</translation>
    </message>
    <message>
        <source>Leave out the numbers of lists</source>
        <translation>Nummern von Listen weglassen</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorheriger</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächster</translation>
    </message>
    <message>
        <source>Reading reports</source>
        <translation>Befunde werden gelesen</translation>
    </message>
    <message>
        <source>No reports</source>
        <translation>Keine Befunde</translation>
    </message>
    <message>
        <source>No usable record of this data set has a report.</source>
        <translation>Kein verwendbarer Datensatz hat einen Befund.</translation>
    </message>
    <message>
        <source>Sections that are read, in this order</source>
        <translation>Abschnitte, die gelesen werden, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Drag a section, or press Alt+Up and Alt+Down, to change the order.</source>
        <translation>Ziehen Sie einen Abschnitt, oder ändern Sie die Reihenfolge mit Alt+Auf und Alt+Ab.</translation>
    </message>
    <message>
        <source>Leave the record out</source>
        <extracomment>What is read in the place of sections that are missing.</extracomment>
        <translation>Datensatz auslassen</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Where these are &amp;missing</source>
        <translation>Wo diese &amp;fehlen</translation>
    </message>
    <message>
        <source>What is read in their place.</source>
        <translation>Was an ihrer Stelle gelesen wird.</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace them by a word</source>
        <translation>Durch ein Wort ersetzen</translation>
    </message>
    <message>
        <source>&amp;Blanks of de-identification</source>
        <translation>&amp;Lücken der Anonymisierung</translation>
    </message>
    <message>
        <source>The word</source>
        <translation>Das Wort</translation>
    </message>
    <message>
        <source>Word in the place of a blank</source>
        <translation>Wort an der Stelle einer Lücke</translation>
    </message>
    <message>
        <source>___ in MIMIC-CXR, XXXX in Open-I.</source>
        <translation>___ in MIMIC-CXR, XXXX in Open-I.</translation>
    </message>
    <message>
        <source> words</source>
        <comment>unit of the shortest report</comment>
        <translation> Wörter</translation>
    </message>
    <message>
        <source>&amp;Shortest report</source>
        <translation>&amp;Kürzester Befund</translation>
    </message>
    <message>
        <source>A record with fewer is left out.</source>
        <translation>Ein Datensatz mit weniger wird ausgelassen.</translation>
    </message>
    <message>
        <source>The report as it was written</source>
        <translation>Der Befund, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>What the model reads</source>
        <translation>Was das Modell liest</translation>
    </message>
    <message>
        <source>As it was written; underlined: may be personal data</source>
        <translation>Wie er geschrieben wurde; unterstrichen: vielleicht personenbezogen</translation>
    </message>
    <message>
        <source>Counts over the data set</source>
        <translation>Zahlen über alle Daten</translation>
    </message>
    <message>
        <source>In the data set</source>
        <translation>In allen Daten</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>A click shows the next such report.</source>
        <translation>Ein Klick zeigt den nächsten solchen Befund.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What does the model read of a report?</source>
        <translation>Was liest das Modell von einem Befund?</translation>
    </message>
    <message>
        <source>Read by the model</source>
        <translation>Vom Modell gelesen</translation>
    </message>
    <message>
        <source>of them what serves in the place of missing sections</source>
        <translation>davon, was an der Stelle fehlender Abschnitte dient</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>With what may be personal data</source>
        <translation>Mit vielleicht personenbezogenen Daten</translation>
    </message>
    <message>
        <source>Section: %1</source>
        <translation>Abschnitt: %1</translation>
    </message>
    <message>
        <source>Usable records without a report</source>
        <translation>Verwendbare Datensätze ohne Befund</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s), of what serves in the place of missing sections</source>
        <translation>
            <numerusform>%n Wort dessen, was an der Stelle fehlender Abschnitte dient</numerusform>
            <numerusform>%n Wörter dessen, was an der Stelle fehlender Abschnitte dient</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Record %1, %2 of %3 with a report</source>
        <translation>Datensatz %1, %2 von %3 mit Befund</translation>
    </message>
</context>
<context>
    <name>mrm::RunHeader</name>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>checkpoint at step %1</source>
        <translation>Sicherungspunkt bei Schritt %1</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
</context>
<context>
    <name>mrm::RunListView</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>mrm::RunSummary</name>
    <message>
        <source>The run folder is not there.</source>
        <translation>Der Laufordner ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>It was moved or deleted, or its disk is not connected.</source>
        <translation>Er wurde verschoben oder gelöscht, oder sein Datenträger ist nicht verbunden.</translation>
    </message>
    <message>
        <source>This folder is no run.</source>
        <translation>Dieser Ordner ist kein Lauf.</translation>
    </message>
    <message>
        <source>Open a folder that a pre-training has made: it holds a file run.yaml.</source>
        <translation>Öffnen Sie einen Ordner, den ein Vortraining angelegt hat: Er enthält eine Datei run.yaml.</translation>
    </message>
    <message>
        <source>The file may be damaged. If the run&apos;s worker is still at work, it writes it anew.</source>
        <translation>Die Datei ist möglicherweise beschädigt. Falls das Trainingsprogramm des Laufs noch arbeitet, schreibt es sie neu.</translation>
    </message>
    <message>
        <source>The run failed without saying why.</source>
        <translation>Der Lauf ist ohne Angabe eines Grundes fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Writing a checkpoint</source>
        <translation>Sicherungspunkt wird geschrieben</translation>
    </message>
    <message>
        <source>Writing a preview</source>
        <translation>Vorschau wird geschrieben</translation>
    </message>
    <message>
        <source>Training the vocabulary</source>
        <translation>Vokabular wird trainiert</translation>
    </message>
    <message>
        <source>Reading the records</source>
        <translation>Datensätze werden gelesen</translation>
    </message>
    <message>
        <source>Measuring the baselines</source>
        <translation>Vergleichswerte werden gemessen</translation>
    </message>
</context>
<context>
    <name>mrm::RunView</name>
    <message>
        <source>This run was interrupted.</source>
        <translation>Dieser Lauf wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Its worker ended without saying why; perhaps the computer was switched off or ran out of memory. Resume it: it goes on from step %1, exactly as if it had not been interrupted.</source>
        <translation>Sein Trainingsprogramm endete ohne Angabe eines Grundes; vielleicht wurde der Computer ausgeschaltet oder der Arbeitsspeicher reichte nicht aus. Setzen Sie den Lauf fort: Er geht ab Schritt %1 weiter, genau so, als wäre er nicht unterbrochen worden.</translation>
    </message>
    <message>
        <source>Its worker ended without saying why, before the first checkpoint; perhaps the computer was switched off or ran out of memory. Resume it: it begins anew.</source>
        <translation>Sein Trainingsprogramm endete ohne Angabe eines Grundes, noch vor dem ersten Sicherungspunkt; vielleicht wurde der Computer ausgeschaltet oder der Arbeitsspeicher reichte nicht aus. Setzen Sie den Lauf fort: Er beginnt von vorn.</translation>
    </message>
    <message>
        <source>The last good checkpoint, of step %1, is kept. When the cause is removed, the run can be resumed from there.</source>
        <translation>Der letzte gültige Sicherungspunkt von Schritt %1 bleibt erhalten. Sobald die Ursache behoben ist, kann der Lauf von dort fortgesetzt werden.</translation>
    </message>
    <message>
        <source>There is no checkpoint yet. When the cause is removed, the run can be started again.</source>
        <translation>Es gibt noch keinen Sicherungspunkt. Sobald die Ursache behoben ist, kann der Lauf erneut gestartet werden.</translation>
    </message>
    <message>
        <source>This run has not been started yet.</source>
        <translation>Dieser Lauf wurde noch nicht gestartet.</translation>
    </message>
    <message>
        <source>The worker of this run did not start.</source>
        <translation>Das Trainingsprogramm dieses Laufs ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Start it here, or on another computer with “mrm pretrain --run”.</source>
        <translation>Starten Sie ihn hier oder auf einem anderen Computer mit „mrm pretrain --run“.</translation>
    </message>
    <message>
        <source>What it said is in the details.</source>
        <translation>Seine Ausgabe finden Sie in den Details.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of metrics.jsonl could not be read and are left out.</source>
        <translation>
            <numerusform>%n Zeile von metrics.jsonl konnte nicht gelesen werden und wird ausgelassen.</numerusform>
            <numerusform>%n Zeilen von metrics.jsonl konnten nicht gelesen werden und werden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::RunsStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Runs at work</source>
        <translation>Aktive Läufe</translation>
    </message>
</context>
<context>
    <name>mrm::SectionOrder</name>
    <message>
        <source>The &amp;whole report, headings and all</source>
        <translation>Der &amp;ganze Text mit Überschriften</translation>
    </message>
    <message>
        <source>Sections that are read, in this order</source>
        <translation>Abschnitte, die gelesen werden, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Read earlier (Alt+Up)</source>
        <translation>Früher lesen (Alt+Auf)</translation>
    </message>
    <message>
        <source>Read later (Alt+Down)</source>
        <translation>Später lesen (Alt+Ab)</translation>
    </message>
    <message>
        <source>Read earlier</source>
        <translation>Früher lesen</translation>
    </message>
    <message>
        <source>Read later</source>
        <translation>Später lesen</translation>
    </message>
</context>
<context>
    <name>mrm::SettingsPage</name>
    <message>
        <source>This is needed; first the table.</source>
        <translation>Das wird gebraucht; zuerst die Tabelle.</translation>
    </message>
    <message>
        <source>Choose the column.</source>
        <translation>Wählen Sie die Spalte.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder; a file is needed.</source>
        <translation>Das ist ein Ordner; gebraucht wird eine Datei.</translation>
    </message>
    <message>
        <source>This file may not be read.</source>
        <translation>Diese Datei darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a file; a folder is needed.</source>
        <translation>Das ist eine Datei; gebraucht wird ein Ordner.</translation>
    </message>
    <message>
        <source>This folder may not be read.</source>
        <translation>Dieser Ordner darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The table has no column of this name.</source>
        <translation>Die Tabelle hat keine Spalte dieses Namens.</translation>
    </message>
    <message>
        <source>This is none of the choices.</source>
        <translation>Das ist keine der Möglichkeiten.</translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation>Erste Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>First rows of the table, as they are read</source>
        <translation>Erste Zeilen der Tabelle, wie sie gelesen werden</translation>
    </message>
    <message>
        <source>Nothing has to be set.</source>
        <translation>Es ist nichts einzustellen.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>How is it to be read? %1</source>
        <translation>Wie soll es gelesen werden? %1</translation>
    </message>
    <message>
        <source>How is it to be read?</source>
        <translation>Wie soll es gelesen werden?</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) need(s) attention</source>
        <translation>
            <numerusform>%n Einstellung braucht Aufmerksamkeit</numerusform>
            <numerusform>%n Einstellungen brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is copied or changed before the last page.</source>
        <translation>Vor der letzten Seite wird nichts kopiert oder geändert.</translation>
    </message>
</context>
<context>
    <name>mrm::SourcePage</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What do you want to import?</source>
        <translation>Was möchten Sie importieren?</translation>
    </message>
    <message>
        <source>Several files were dropped.</source>
        <translation>Mehrere Dateien wurden abgelegt.</translation>
    </message>
    <message>
        <source>Their folder is taken as a whole. Exclude later what does not belong, or put it in a folder of its own.</source>
        <translation>Ihr Ordner wird als Ganzes genommen. Schließen Sie später aus, was nicht dazugehört, oder legen Sie es in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Looking at what it is…</source>
        <translation>Es wird nachgesehen, was es ist…</translation>
    </message>
    <message>
        <source>Or choose what you have:</source>
        <translation>Oder wählen Sie, was Sie haben:</translation>
    </message>
    <message>
        <source>This looks like: %1. If it is something else, choose it here:</source>
        <translation>Das sieht aus wie: %1. Wenn es etwas anderes ist, wählen Sie es hier:</translation>
    </message>
    <message>
        <source>This looks like: %1. You chose otherwise:</source>
        <translation>Das sieht aus wie: %1. Sie haben anders gewählt:</translation>
    </message>
    <message>
        <source>It is not clear what this is. Choose what you have:</source>
        <translation>Es ist nicht klar, was das ist. Wählen Sie, was Sie haben:</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Ordner zum Importieren</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Datei zum Importieren</translation>
    </message>
    <message>
        <source>Nothing is copied or changed before the last page.</source>
        <translation>Vor der letzten Seite wird nichts kopiert oder geändert.</translation>
    </message>
</context>
<context>
    <name>mrm::SourcesDialog</name>
    <message>
        <source>&amp;Update from source…</source>
        <translation>Aus der Quelle &amp;aktualisieren…</translation>
    </message>
    <message>
        <source>Images have &amp;moved…</source>
        <translation>Bilder wurden &amp;verschoben…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Nothing was imported yet. Import… brings records in.</source>
        <translation>Noch wurde nichts importiert. Importieren… holt Datensätze herein.</translation>
    </message>
    <message>
        <source>Update reads a source again: new records are added, changed ones updated, and what was decided by hand stays. Images that have moved are looked for in another folder.</source>
        <translation>Aktualisieren liest eine Quelle noch einmal: Neue Datensätze kommen hinzu, geänderte werden aktualisiert, von Hand Entschiedenes bleibt. Verschobene Bilder werden in einem anderen Ordner gesucht.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Where are the images now?</source>
        <translation>Wo sind die Bilder jetzt?</translation>
    </message>
    <message>
        <source>Reading the sources</source>
        <translation>Die Quellen werden gelesen</translation>
    </message>
    <message>
        <source>Looking for the images</source>
        <translation>Die Bilder werden gesucht</translation>
    </message>
    <message>
        <source>None of the images is in this folder.</source>
        <translation>Keines der Bilder ist in diesem Ordner.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose the folder that stands in the place of the one shown: below it, the paths are the same.</source>
        <translation>Nichts wurde geändert. Wählen Sie den Ordner, der an die Stelle des gezeigten tritt: Darunter sind die Pfade gleich.</translation>
    </message>
    <message>
        <source>Some of the images are in this folder.</source>
        <translation>Einige der Bilder sind in diesem Ordner.</translation>
    </message>
    <message>
        <source>Of %1 that were looked for, %2 are there. The folder was taken; records without an image are found by &quot;Update from source…&quot;.</source>
        <translation>Von %1 gesuchten sind %2 da. Der Ordner wurde übernommen; Datensätze ohne Bild findet „Aus der Quelle aktualisieren…“.</translation>
    </message>
    <message>
        <source>The images were found.</source>
        <translation>Die Bilder wurden gefunden.</translation>
    </message>
</context>
<context>
    <name>mrm::SplitsPage</name>
    <message>
        <source>&amp;Keep splits that records have already</source>
        <translation>Aufteilung &amp;behalten, die Datensätze schon haben</translation>
    </message>
    <message>
        <source>&amp;Apply splits</source>
        <translation>Aufteilung &amp;anwenden</translation>
    </message>
    <message>
        <source>Show c&amp;hecks</source>
        <translation>&amp;Prüfungen zeigen</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Validation</source>
        <translation>&amp;Validierung</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>T&amp;est</translation>
    </message>
    <message>
        <source>%</source>
        <comment>unit</comment>
        <extracomment>A share in percent, behind the number.</extracomment>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startzahl</translation>
    </message>
    <message>
        <source>Even out the &amp;classes of</source>
        <translation>&amp;Klassen ausgleichen von</translation>
    </message>
    <message>
        <source>A patient&apos;s records always stay together. The same seed gives the same splits. Where a data set brings its own splits, keep them: then results can be compared.</source>
        <translation>Die Datensätze eines Patienten bleiben immer zusammen. Dieselbe Startzahl gibt dieselbe Aufteilung. Bringt eine Sammlung ihre eigene Aufteilung mit, behalten Sie sie: So bleiben Ergebnisse vergleichbar.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Es wird gezählt</translation>
    </message>
    <message>
        <source>Applying the splits</source>
        <translation>Die Aufteilung wird angewendet</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>What the splits would be</source>
        <translation>Wie die Aufteilung wäre</translation>
    </message>
    <message>
        <source>Label fractions</source>
        <translation>Anteile der Labels</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Who is trained on, who is held back?</source>
        <translation>An wem wird gelernt, wer wird zurückgehalten?</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>The shares add up to %1; they must be 100 together.</source>
        <translation>Die Anteile ergeben %1; zusammen müssen es 100 sein.</translation>
    </message>
    <message>
        <source>Nobody would be trained on.</source>
        <translation>Es würde an niemandem gelernt.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no split</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Now: training / validation / test / none</source>
        <translation>Jetzt: Training / Validierung / Test / keine</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>With report</source>
        <translation>Mit Befund</translation>
    </message>
    <message>
        <source>%1, positive</source>
        <translation>%1, positiv</translation>
    </message>
    <message numerus="yes">
        <source>Applying changes the split of %n record(s). It can be undone.</source>
        <translation>
            <numerusform>Das Anwenden ändert die Aufteilung von %n Datensatz. Es kann rückgängig gemacht werden.</numerusform>
            <numerusform>Das Anwenden ändert die Aufteilung von %n Datensätzen. Es kann rückgängig gemacht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records have these splits already.</source>
        <translation>Die Datensätze haben diese Aufteilung schon.</translation>
    </message>
    <message numerus="yes">
        <source>The split of %n record(s) was changed.</source>
        <translation>
            <numerusform>Die Aufteilung von %n Datensatz wurde geändert.</numerusform>
            <numerusform>Die Aufteilung von %n Datensätzen wurde geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The splits are as they were.</source>
        <translation>Die Aufteilung ist, wie sie war.</translation>
    </message>
    <message>
        <source>Something else was changed since: undo that first, in the stage Data.</source>
        <translation>Seither wurde anderes geändert: Machen Sie zuerst das in „Daten“ rückgängig.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Es wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) block(s) training</source>
        <translation>
            <numerusform>%n Prüfung hält das Training auf</numerusform>
            <numerusform>%n Prüfungen halten das Training auf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) of the checks</source>
        <translation>
            <numerusform>%n Bemerkung der Prüfungen</numerusform>
            <numerusform>%n Bemerkungen der Prüfungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The checks found nothing</source>
        <translation>Die Prüfungen fanden nichts</translation>
    </message>
    <message>
        <source>Label fractions of the training split as it is now, for studies with few labels: each smaller one lies within the larger.</source>
        <translation>Anteile der Labels im Training, wie es jetzt ist, für Studien mit wenigen Labels: Jeder kleinere liegt im größeren.</translation>
    </message>
    <message>
        <source>Label fractions are shown for a task whose classes are evened out.</source>
        <translation>Anteile der Labels werden für eine Aufgabe gezeigt, deren Klassen ausgeglichen werden.</translation>
    </message>
    <message>
        <source>Label fractions are shown once records with labels are in training.</source>
        <translation>Anteile der Labels werden gezeigt, sobald Datensätze mit Labels im Training sind.</translation>
    </message>
</context>
<context>
    <name>mrm::StageRail</name>
    <message>
        <source>Stages</source>
        <translation>Phasen</translation>
    </message>
</context>
<context>
    <name>mrm::StartDialog</name>
    <message>
        <source>Start pre-training</source>
        <translation>Vortraining starten</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Name of the run</source>
        <translation>&amp;Name des Laufs</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) need(s) attention: %1</source>
        <translation>
            <numerusform>%n Einstellung muss geprüft werden: %1</numerusform>
            <numerusform>%n Einstellungen müssen geprüft werden: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to the preset</source>
        <translation>
            <numerusform>%n Änderung an der Vorlage</numerusform>
            <numerusform>%n Änderungen an der Vorlage</numerusform>
        </translation>
    </message>
    <message>
        <source>Show checks</source>
        <translation>Prüfungen zeigen</translation>
    </message>
    <message>
        <source>The checks block training.</source>
        <translation>Die Prüfungen halten das Training auf.</translation>
    </message>
</context>
<context>
    <name>mrm::StartPage</name>
    <message>
        <source>Making the sample project</source>
        <translation>Das Beispielprojekt wird erstellt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>MRM Workbench</source>
        <translation>MRM Workbench</translation>
    </message>
    <message>
        <source>Learns from chest radiographs and their reports by hiding parts of both and restoring them. Everything stays on this computer.</source>
        <translation>Lernt aus Röntgenaufnahmen des Thorax und ihren Befunden, indem Teile von beiden verdeckt und wiederhergestellt werden. Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>The sample project is synthetic: drawn radiographs with matching reports, no patient data. It is made on this computer the first time, within a minute or two. To use your own data, drop a CSV table or a project folder on this window.</source>
        <translation>Das Beispielprojekt ist synthetisch: gezeichnete Röntgenaufnahmen mit passenden Befunden, ohne Patientendaten. Es wird beim ersten Mal auf diesem Computer erstellt, innerhalb von ein bis zwei Minuten. Um eigene Daten zu verwenden, ziehen Sie eine CSV-Tabelle oder einen Projektordner auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt verwendete Projekte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the sample project</source>
        <translation>Fortschritt des Beispielprojekts</translation>
    </message>
</context>
<context>
    <name>mrm::StartPlan</name>
    <message numerus="yes">
        <source>%n record(s): %1 to learn from, %2 held back to measure progress</source>
        <translation>
            <numerusform>%n Datensatz: %1 zum Lernen, %2 zurückgehalten, um den Fortschritt zu messen</numerusform>
            <numerusform>%n Datensätze: %1 zum Lernen, %2 zurückgehalten, um den Fortschritt zu messen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) cannot be used; the stage Data says why</source>
        <translation>
            <numerusform>%n Datensatz kann nicht verwendet werden; die Phase „Daten“ nennt den Grund</numerusform>
            <numerusform>%n Datensätze können nicht verwendet werden; die Phase „Daten“ nennt den Grund</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 steps of %2 records</source>
        <translation>Etwa %1 Schritte zu je %2 Datensätzen</translation>
    </message>
    <message>
        <source>Learning rate up to %1</source>
        <translation>Lernrate bis zu %1</translation>
    </message>
    <message>
        <source>The batch is larger than the records to learn from: choose a smaller one</source>
        <translation>Der Batch ist größer als die Zahl der Datensätze zum Lernen: Wählen Sie einen kleineren</translation>
    </message>
    <message>
        <source>Reading the records…</source>
        <translation>Die Datensätze werden gelesen…</translation>
    </message>
</context>
<context>
    <name>mrm::StripRun</name>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Stop %1; a checkpoint is written first</source>
        <translation>%1 beenden; zuvor wird ein Sicherungspunkt geschrieben</translation>
    </message>
    <message>
        <source>Show the curves of %1</source>
        <translation>Kurven von %1 anzeigen</translation>
    </message>
</context>
<context>
    <name>mrm::SyntheticMark</name>
    <message>
        <source>Synthetic</source>
        <translation>Synthetisch</translation>
    </message>
    <message>
        <source>Made by the program&apos;s sample generator. No patient is behind these images and reports.</source>
        <translation>Vom Beispielgenerator des Programms erstellt. Hinter diesen Bildern und Befunden steht kein Patient.</translation>
    </message>
</context>
<context>
    <name>mrm::TargetPage</name>
    <message>
        <source>A &amp;new project</source>
        <translation>Ein &amp;neues Projekt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>&amp;This project: %1</source>
        <translation>&amp;Dieses Projekt: %1</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Name of the project</source>
        <translation>Name des Projekts</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Ordner des Projekts</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>The catalogue, the vocabulary and the runs are kept here. Images and tables stay where they are.</source>
        <translation>Katalog, Wortschatz und Läufe liegen hier. Bilder und Tabellen bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Records that are there already are updated, not doubled. The import is one step that can be undone.</source>
        <translation>Datensätze, die schon da sind, werden aktualisiert, nicht verdoppelt. Der Import ist ein Schritt, der rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>Summary of the import</source>
        <translation>Zusammenfassung des Imports</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Es wird importiert</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was changed: no record of it is left.</source>
        <translation>Nichts wurde geändert: Kein Datensatz davon ist geblieben.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>The import is done</source>
        <translation>Der Import ist fertig</translation>
    </message>
    <message>
        <source>Where do the records go?</source>
        <translation>Wohin kommen die Datensätze?</translation>
    </message>
    <message>
        <source>What is the new project called?</source>
        <translation>Wie heißt das neue Projekt?</translation>
    </message>
    <message numerus="yes">
        <source>Import %n record(s)</source>
        <translation>
            <numerusform>%n Datensatz importieren</numerusform>
            <numerusform>%n Datensätze importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole path of the folder is needed, from the root.</source>
        <translation>Gebraucht wird der ganze Pfad des Ordners, von der Wurzel an.</translation>
    </message>
    <message>
        <source>This folder cannot be taken: it %1. Choose another one.</source>
        <translation>Dieser Ordner geht nicht: Er %1. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Projekt: %1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
</context>
<context>
    <name>mrm::ThumbnailGrid</name>
    <message>
        <source>Records as pictures</source>
        <translation>Datensätze als Bilder</translation>
    </message>
</context>
<context>
    <name>mrm::VocabularyPage</name>
    <message>
        <source>&amp;Train vocabulary</source>
        <translation>Wortschatz &amp;lernen</translation>
    </message>
    <message>
        <source>Take a &amp;file…</source>
        <translation>&amp;Datei nehmen…</translation>
    </message>
    <message>
        <source>&amp;Use in this project</source>
        <translation>In diesem Projekt &amp;verwenden</translation>
    </message>
    <message>
        <source>Size of the vocabulary</source>
        <translation>Größe des Wortschatzes</translation>
    </message>
    <message>
        <source>&amp;Size, in word pieces</source>
        <translation>&amp;Größe, in Wortstücken</translation>
    </message>
    <message>
        <source>It is made from the reports of the training split, as the page Reports has them read. 30,000 is published for MIMIC-CXR; a few hundred reports fill far less. A file is a tokenizer.json, such as that of the published weights.</source>
        <translation>Er entsteht aus den Befunden im Training, wie die Seite Befunde sie lesen lässt. Veröffentlicht sind 30.000 für MIMIC-CXR; einige hundert Befunde füllen weit weniger. Eine Datei ist eine tokenizer.json, etwa die der veröffentlichten Gewichte.</translation>
    </message>
    <message>
        <source>How well the vocabulary fits</source>
        <translation>Wie gut der Wortschatz passt</translation>
    </message>
    <message>
        <source>Words and reports in pieces</source>
        <translation>Wörter und Befunde in Stücken</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Vocabularies (*.json)</source>
        <translation>Wortschätze (*.json)</translation>
    </message>
    <message>
        <source>Cancelled; the vocabulary is as it was.</source>
        <translation>Abgebrochen; der Wortschatz ist, wie er war.</translation>
    </message>
    <message>
        <source>Which words does the model know?</source>
        <translation>Welche Wörter kennt das Modell?</translation>
    </message>
    <message>
        <source>This project has no vocabulary of its own yet.</source>
        <translation>Dieses Projekt hat noch keinen eigenen Wortschatz.</translation>
    </message>
    <message>
        <source>Each run makes one from its training split. With one of the project&apos;s own, runs can be compared and go on from one another.</source>
        <translation>Jeder Lauf macht einen aus seinem Training. Mit einem des Projekts lassen sich Läufe vergleichen und fortführen.</translation>
    </message>
    <message>
        <source>Looking at the project&apos;s vocabulary</source>
        <translation>Der Wortschatz des Projekts wird angesehen</translation>
    </message>
    <message>
        <source>The vocabulary of this project</source>
        <translation>Der Wortschatz dieses Projekts</translation>
    </message>
    <message>
        <source>Looking at the vocabulary</source>
        <translation>Der Wortschatz wird angesehen</translation>
    </message>
    <message>
        <source>From the file %1</source>
        <translation>Aus der Datei %1</translation>
    </message>
    <message>
        <source>Training the vocabulary</source>
        <translation>Der Wortschatz wird gelernt</translation>
    </message>
    <message>
        <source>Trained just now; not in use yet</source>
        <translation>Eben gelernt; noch nicht in Gebrauch</translation>
    </message>
    <message>
        <source>The project uses this vocabulary from now on.</source>
        <translation>Das Projekt verwendet von nun an diesen Wortschatz.</translation>
    </message>
    <message>
        <source>Runs that were started before keep theirs.</source>
        <translation>Früher begonnene Läufe behalten ihren.</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>A share in percent with decimals; %1 is the number.</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Word pieces</source>
        <translation>Wortstücke</translation>
    </message>
    <message>
        <source>The size of the vocabulary.</source>
        <translation>Die Größe des Wortschatzes.</translation>
    </message>
    <message>
        <source>Reports looked at</source>
        <translation>Angesehene Befunde</translation>
    </message>
    <message>
        <source>Of the training split.</source>
        <translation>Aus dem Training.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>In all of these reports.</source>
        <translation>In allen diesen Befunden.</translation>
    </message>
    <message>
        <source>Words that are one piece</source>
        <translation>Wörter aus einem Stück</translation>
    </message>
    <message>
        <source>The more, the better it fits.</source>
        <translation>Je mehr, desto besser passt er.</translation>
    </message>
    <message>
        <source>Pieces a word</source>
        <translation>Stücke je Wort</translation>
    </message>
    <message>
        <source>1 is the least.</source>
        <translation>1 ist das Wenigste.</translation>
    </message>
    <message>
        <source>Unknown words</source>
        <translation>Unbekannte Wörter</translation>
    </message>
    <message>
        <source>Their characters are not in the vocabulary: the model sees [UNK].</source>
        <translation>Ihre Zeichen fehlen im Wortschatz: Das Modell sieht [UNK].</translation>
    </message>
    <message>
        <source>Pieces of a report, median</source>
        <translation>Stücke eines Befunds, Median</translation>
    </message>
    <message>
        <source>Half of the reports have fewer.</source>
        <translation>Die Hälfte der Befunde hat weniger.</translation>
    </message>
    <message>
        <source>Pieces of the longest report</source>
        <translation>Stücke des längsten Befunds</translation>
    </message>
    <message>
        <source>Reports that are cut off</source>
        <translation>Abgeschnittene Befunde</translation>
    </message>
    <message>
        <source>They are longer than the 100 positions that the model reads.</source>
        <translation>Sie sind länger als die 100 Stellen, die das Modell liest.</translation>
    </message>
    <message>
        <source>Pieces never used</source>
        <translation>Nie verwendete Stücke</translation>
    </message>
    <message>
        <source>In these reports; with many, a smaller vocabulary does.</source>
        <translation>In diesen Befunden; bei vielen genügt ein kleinerer Wortschatz.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n Mal</numerusform>
            <numerusform>%1, %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Most frequent words that are split</source>
        <translation>Häufigste Wörter, die zerlegt werden</translation>
    </message>
    <message>
        <source>Words in the most pieces</source>
        <translation>Wörter aus den meisten Stücken</translation>
    </message>
    <message>
        <source>Reports with the most pieces a word</source>
        <translation>Befunde mit den meisten Stücken je Wort</translation>
    </message>
</context>
<context>
    <name>mrm::Wizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>current page</source>
        <translation>gegenwärtige Seite</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>mrm::Worker</name>
    <message>
        <source>the program &apos;mrm&apos;, which does the training, was not found</source>
        <translation>das Programm „mrm“, das das Training ausführt, wurde nicht gefunden</translation>
    </message>
    <message>
        <source>Install the workbench again, or put &apos;mrm&apos; beside it.</source>
        <translation>Installieren Sie die Workbench erneut oder legen Sie „mrm“ neben ihr ab.</translation>
    </message>
    <message>
        <source>the training program could not be started: %1</source>
        <translation>das Trainingsprogramm konnte nicht gestartet werden: %1</translation>
    </message>
</context>
</TS>
