namespace NanoBoard.Guests.Tests;

/// <summary>Programs with folders, text and streams: all of it on the board's own volume.</summary>
public class FileProgramTests
{
    private static string Program(string main) => $$"""
        using System;
        using System.IO;
        using System.Text;
        using System.Threading;
        class Program
        {
            static void Say(string text) { Console.WriteLine(text); }
            static void Main() { {{main}} Thread.Sleep(-1); }
        }
        """;

    private static string[] Run(string main)
    {
        using GuestRig rig = GuestRig.On(Program(main), 20);
        Assert.Empty(rig.Board.Misuses);
        return rig.Printed;
    }

    [Fact]
    public void Folders_are_made_listed_moved_and_removed_on_the_boards_volume()
    {
        using GuestRig rig = GuestRig.On(
            Program(
                """
                Say(Directory.CreateDirectory("I:\\logs").FullName);
                Directory.CreateDirectory("I:\\logs\\old");
                File.WriteAllText("I:\\logs\\a.txt", "one");
                File.WriteAllText("I:\\logs\\old\\b.txt", "two");
                foreach (string path in Directory.GetFiles("I:\\logs")) { Say(path); }
                foreach (string path in Directory.GetDirectories("I:\\logs")) { Say(path); }
                try { Directory.Delete("I:\\logs"); } catch (IOException) { Say("not empty"); }
                Directory.Move("I:\\logs", "I:\\kept");
                Say(Directory.Exists("I:\\logs") + " " + File.ReadAllText("I:\\kept\\old\\b.txt"));
                Directory.Delete("I:\\kept\\old", true);
                try { File.WriteAllText("I:\\nowhere\\c.txt", "three"); } catch (IOException) { Say("no folder"); }
                try { Directory.CreateDirectory("I:\\x\\y"); } catch (IOException) { Say("not above it"); }
                try { Directory.CreateDirectory("D:\\x"); } catch (Exception) { Say("no drive"); }
                """),
            20);
        Assert.Equal(["I:\\logs", "I:\\logs\\a.txt", "I:\\logs\\old", "not empty", "False two", "no folder", "not above it", "no drive"], rig.Printed);
        Assert.Equal(["kept"], rig.Board.Flash.Folders);
        Assert.Equal("one"u8.ToArray(), rig.Board.Flash.ReadFile("kept\\a.txt"));
    }

    [Fact]
    public void Relative_names_lead_to_the_current_directory_once_there_is_one() => Assert.Equal(
        ["\\", "nowhere", "I:\\data", "I:\\data\\n.txt", "True"],
        Run(
            """
            Say(Directory.GetCurrentDirectory());
            try { File.WriteAllText("n.txt", ""); } catch (Exception) { Say("nowhere"); }
            Directory.CreateDirectory("I:\\data");
            Directory.SetCurrentDirectory("I:\\data");
            Say(Directory.GetCurrentDirectory());
            File.WriteAllText("n.txt", "");
            Say(Path.GetFullPath("n.txt"));
            Say(File.Exists("I:\\data\\n.txt").ToString());
            """));

    [Fact]
    public void Text_is_written_read_line_by_line_and_appended() => Assert.Equal(
        ["first|grüße|last", "first;", "7", "True", "copied", "exists", "again"],
        Run(
            """
            using (StreamWriter writer = new StreamWriter(new FileStream("I:\\t", FileMode.Create, FileAccess.Write)))
            {
                writer.WriteLine("first");
                writer.NewLine = "\n";
                writer.WriteLine("grüße");
            }
            File.AppendAllText("I:\\t", "last");
            string all = "";
            using (StreamReader reader = File.OpenText("I:\\t"))
            {
                for (string line = reader.ReadLine(); line != null; line = reader.ReadLine()) { all += (all.Length > 0 ? "|" : "") + line; }
                Say(all);
            }
            using (StreamReader reader = new StreamReader(File.OpenRead("I:\\t")))
            {
                char[] some = new char[5];
                reader.Read(some, 0, 5);
                Say(new string(some) + (reader.Peek() == '\r' ? ";" : "?"));
                Say(reader.ReadToEnd().IndexOf("ß").ToString() == "5" ? "7" : "no");
                Say(reader.EndOfStream.ToString());
            }
            File.Copy("I:\\t", "I:\\u");
            Say(File.ReadAllText("I:\\u").Length == File.ReadAllText("I:\\t").Length ? "copied" : "no");
            try { File.Copy("I:\\t", "I:\\u"); } catch (IOException) { Say("exists"); }
            File.Copy("I:\\t", "I:\\u", true);
            using (StreamWriter more = File.AppendText("I:\\u")) { more.Write(7); more.Write(true); more.Flush(); more.Write('x'); }
            Say(File.ReadAllText("I:\\u").EndsWith("last7Truex") ? "again" : "no");
            """));

    [Fact]
    public void A_stream_in_memory_grows_seeks_and_is_copied() => Assert.Equal(
        ["300 0", "44 45", "300", "1 2 -1", "read-only", "300 299"],
        Run(
            """
            MemoryStream memory = new MemoryStream();
            for (int i = 0; i < 300; i++) { memory.WriteByte((byte)i); }
            Say(memory.Length + " " + (memory.Length - memory.Position));
            memory.Seek(-256, SeekOrigin.End);
            Say(memory.ReadByte() + " " + memory.ReadByte());
            using (FileStream file = File.Create("I:\\m")) { memory.WriteTo(file); }
            Say(new FileInfo("I:\\m").Length.ToString());
            MemoryStream two = new MemoryStream(new byte[] { 1, 2 }, false);
            Say(two.ReadByte() + " " + two.ReadByte() + " " + two.ReadByte());
            try { two.Position = 0; two.WriteByte(9); } catch (NotSupportedException) { Say("read-only"); }
            MemoryStream copy = new MemoryStream();
            memory.Position = 0;
            memory.CopyTo(copy);
            byte[] bytes = copy.ToArray();
            Say(bytes.Length + " " + (bytes[299] + 256));
            """));

    [Fact]
    public void Paths_are_the_devices_whatever_the_host_writes() => Assert.Equal(
        ["I:\\a\\b.txt", "I:\\a", "b.txt", "b", ".txt", "I:\\a\\b.log", "I:\\a\\b", "I:\\", "True False True", "none", "\\/:;", "True"],
        Run(
            """
            string path = Path.Combine("I:\\a", "b.txt");
            Say(path);
            Say(Path.GetDirectoryName(path));
            Say(Path.GetFileName(path));
            Say(Path.GetFileNameWithoutExtension(path));
            Say(Path.GetExtension(path));
            Say(Path.ChangeExtension(path, "log"));
            Say(Path.ChangeExtension(path, null));
            Say(Path.GetPathRoot("I:/a"));
            Say(Path.IsPathRooted("I:x") + " " + Path.IsPathRooted("x") + " " + Path.HasExtension(path));
            Say(Path.GetDirectoryName("I:\\") == null ? "none" : "some");
            Say("" + Path.DirectorySeparatorChar + Path.AltDirectorySeparatorChar + Path.VolumeSeparatorChar + Path.PathSeparator);
            Say((Path.GetInvalidFileNameChars().Length > Path.GetInvalidPathChars().Length).ToString());
            """));

    [Fact]
    public void Files_and_folders_are_objects_too() => Assert.Equal(
        ["d I:\\d True", "I:\\ I:\\", "f.bin .bin I:\\d 3 True", "1 1", "False False", "I:\\ 3 -1"],
        Run(
            """
            DirectoryInfo folder = new DirectoryInfo("I:\\d");
            folder.Create();
            folder.CreateSubdirectory("e");
            Say(folder.Name + " " + folder.FullName + " " + folder.Exists);
            Say(folder.Root.FullName + " " + folder.Parent.FullName);
            File.WriteAllBytes("I:\\d\\f.bin", new byte[3]);
            FileInfo file = folder.GetFiles()[0];
            Say(file.Name + " " + file.Extension + " " + file.Directory.FullName + " " + file.Length + " " + file.Exists);
            Say(folder.GetFiles().Length + " " + folder.GetDirectories().Length);
            file.Delete();
            folder.MoveTo("I:\\g");
            new DirectoryInfo("I:\\g").Delete(true);
            Say(file.Exists + " " + Directory.Exists("I:\\g"));
            DriveInfo drive = DriveInfo.GetDrives()[0];
            Say(drive.Name + " " + (int)drive.DriveType + " " + drive.TotalSize);
            """));

    [Fact]
    public void A_power_cut_leaves_a_folder_as_it_was_before_the_step()
    {
        using var rig = new GuestRig(Program("""Directory.CreateDirectory("I:\\a"); Directory.CreateDirectory("I:\\b");"""));
        rig.Board.Faults.CutPowerAtFlashOperation(2, CutMode.Before);
        rig.Board.ConnectPower();
        rig.Run(5);
        Assert.Equal(BoardState.Off, rig.Board.State);
        Assert.Equal(["a"], rig.Board.Flash.Folders);
        Chips.FlashSnapshot snapshot = rig.Board.Flash.Snapshot();
        rig.Board.Flash.WriteFile("c\\d\\e", [1]);
        Assert.Equal(["a", "c", "c\\d"], rig.Board.Flash.Folders);
        rig.Board.Flash.Restore(snapshot);
        Assert.Equal(["a"], rig.Board.Flash.Folders);
    }
}
