<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start pre-training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the settings of a new run and starts it in a worker process, which goes on when this window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds the run after its present step. It keeps its memory; resuming goes on at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets a paused run go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a worker that goes on from the run&apos;s last checkpoint, or from the beginning where there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a checkpoint, then ends the run&apos;s worker. The run can be resumed later from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a &amp;checkpoint now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves model, optimizer and position, so that the run can go on from here whatever happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;run folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a run that lies elsewhere, for example one that another computer writes to a shared disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a run folder of elsewhere no longer. Nothing is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the folder of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on a light window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark window, as in a reading room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens synthetic radiographs with matching reports, to try everything without patient data. Made the first time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a project from a table with images, reports and patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a project&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the start page. Runs that are at work go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the window. Runs that are at work go on, and are found again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which records do I have? Images, reports, and what was set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pre-train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it learning? Runs with their curves and what they restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds everything that can be done by typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts all panels back where they were at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses the whole screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the language of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains what is clicked next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About MRM Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Masked Record Modeling of chest radiographs and their reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the synthetic sample project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the project in DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the run in DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this theme: light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this language: en, de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window to FILE when all is shown, then quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project folder, a run folder or a CSV table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no theme &apos;%1&apos;: choose light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language &apos;%1&apos;: choose en or de.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network. 0 takes the value that belongs to the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is hidden from the model, for it to restore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the model is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and how the run is carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (CSV) with one record a row: image file, report, patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the image file, relative to the table&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the report&apos;s text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column with the patient: records of one patient stay on one side of the split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary (tokenizer.json). Empty: made from the reports of the training split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word pieces in a vocabulary that is made from the reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the patients whose records are held back to measure progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the vision transformer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tiny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint to start from (PyTorch or safetensors). Empty: random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the image that the encoder sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of a patch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of the encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads of the encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image decoder width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the image decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image decoder blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of the image decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image decoder heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads of the image decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report decoder width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the report decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report decoder blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks of the report decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report decoder heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads of the report decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report decoder inner width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width inside the feed-forward layers of the report decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word pieces of a report that are read; longer reports are cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout in the report decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the image&apos;s patches that is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the report&apos;s words that is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which positions of the report count: the masked words, or all 100 positions with padding, as in the published code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare patches after giving each mean 0 and deviation 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer steps; 0 takes the number that the epochs give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records a device works on at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches whose gradients are added up before a step: a larger batch with less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate for 256 records a step; scaled in proportion to the records a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs over which the learning rate rises from 0 at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay; none on biases and norms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW&apos;s first moment decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW&apos;s second moment decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest norm of the gradient; 0 does not clip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest share of the image&apos;s area that a crop shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest share of the image&apos;s area that a crop shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror half of the images. Off keeps left and right as the report names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antialiased input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antialias when the high-resolution crop is shrunk to the encoder&apos;s input; the published environment did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the pixels, white being 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the pixels, white being 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number from which all random choices follow; the same seed repeats the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to compute: auto takes a GPU when there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number format of the computation: bf16 is faster where the processor has it, weights stay fp32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fp32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bf16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads for computing; 0 takes one for each core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loader threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads that decode images ahead; 0 chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between two points of the curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs between two measurements on the records held back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes between two checkpoints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs between two reconstruction previews.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records shown in the previews.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the last checkpoints are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tiny model that learns within minutes without a GPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full-size model for 10 epochs, to see on a GPU that everything is in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe of the paper: ViT-B/16, 200 epochs, for GPUs and large data sets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::AboutDialog</name>
    <message>
        <source>About MRM Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRM Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked Record Modeling of chest radiographs and their reports.

A tool for research, not a medical device. It works on this computer alone: it opens no network connection by itself and sends nothing anywhere.

Apache License 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command fits. Try a shorter word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::CurvePanel</name>
    <message>
        <source>Image loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each patch&apos;s mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words&apos; frequencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move, turn the wheel to zoom, double-click to see all. Thin: each step; thick: smoothed; dashed with marks: on records held back from training.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::CurvesTable</name>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on records of patients held back from training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the curves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::CurvesView</name>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the thick curves are smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the losses on a logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep up with the run; Space pauses and goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run (double-click in a plot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::DataStage</name>
    <message>
        <source>Reading the records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record was set aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record %1, patient %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search patients, images, reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which records are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s table has no rows. Add records to it and open the project again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or create a project to see its records.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::DockTitle</name>
    <message>
        <source>Make it a window of its own, or put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this panel; View &gt; Panels shows it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::ErrorText</name>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::Format</name>
    <message>
        <source>%1%</source>
        <extracomment>A share in percent; %1 is the number.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::ImagePane</name>
    <message>
        <source>x %1  y %2  value %3  shown %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W %1  L %2  %3%</source>
        <comment>window width, window level, zoom in percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom %1 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1, level %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with overlay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::LogView</name>
    <message>
        <source>What the worker says will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::MainWindow</name>
    <message>
        <source>This is neither a project, nor a run, nor a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a project&apos;s folder, a run&apos;s folder, or a CSV table of records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRM Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (synthetic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) failed or interrupted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) set aside</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The saved arrangement of the panels does not fit this version of the program; the default one is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Table of records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One image a row, with its report and patient. The table and the images stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Patient column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of a JPEG or PNG file, relative to the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that belongs to the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of one patient stay together when some are held back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs and vocabulary are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the three columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) can be used.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be set aside; the first, record %1: %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>holds a project already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or open the project that is there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::Notice</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::OptionField</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the value of the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the value of the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::OptionForm</name>
    <message>
        <source>Advanced settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::OptionText</name>
    <message>
        <source>A number is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::PretrainStage</name>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: a checkpoint is written first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pre-training hides parts of each radiograph and of its report, and trains a model to restore them. Its curves and what it restores will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start pre-training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open run folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::PreviewView</name>
    <message>
        <source>Step %1 (latest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 patches visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n hidden word(s) restored</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the record in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to earlier previews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to each new preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the report says in place of the hidden words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first epochs the worker shows here what the model restores of a few records: their hidden patches and their hidden words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::RecentList</name>
    <message>
        <source>not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::RecordTableModel</name>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::ReportText</name>
    <message>
        <source>Restored: “%1”, as in the report. Probability of this word: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored: “%1”. The report says “%2”, to which the model gives a probability of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report with restored words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::RunHeader</name>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoint at step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::RunListView</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::RunSummary</name>
    <message>
        <source>The run folder is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved or deleted, or its disk is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is no run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder that a pre-training has made: it holds a file run.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be damaged. If the run&apos;s worker is still at work, it writes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run failed without saying why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing a preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the baselines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::RunView</name>
    <message>
        <source>This run was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its worker ended without saying why; perhaps the computer was switched off or ran out of memory. Resume it: it goes on from step %1, exactly as if it had not been interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its worker ended without saying why, before the first checkpoint; perhaps the computer was switched off or ran out of memory. Resume it: it begins anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good checkpoint, of step %1, is kept. When the cause is removed, the run can be resumed from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no checkpoint yet. When the cause is removed, the run can be started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has not been started yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker of this run did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it here, or on another computer with “mrm pretrain --run”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it said is in the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of metrics.jsonl could not be read and are left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::RunsStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs at work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::StageRail</name>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::StartDialog</name>
    <message>
        <source>Start pre-training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) need(s) attention: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to the preset</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::StartPage</name>
    <message>
        <source>Making the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRM Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns from chest radiographs and their reports by hiding parts of both and restoring them. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample project is synthetic: drawn radiographs with matching reports, no patient data. It is made on this computer the first time, within a minute or two. To use your own data, drop a CSV table or a project folder on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the sample project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::StartPlan</name>
    <message>
        <source>Reading the table of records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s): %1 to learn from, %2 held back to measure progress</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) cannot be used; the stage Data says why</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 steps of %2 records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is larger than the records to learn from: choose a smaller one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::StripRun</name>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop %1; a checkpoint is written first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the curves of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::SyntheticMark</name>
    <message>
        <source>Synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by the program&apos;s sample generator. No patient is behind these images and reports.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mrm::Worker</name>
    <message>
        <source>the program &apos;mrm&apos;, which does the training, was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the workbench again, or put &apos;mrm&apos; beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training program could not be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
