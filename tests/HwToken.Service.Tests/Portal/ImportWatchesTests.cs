using HwToken.Service.Portal.Desk;
using HwToken.Validation.Import;

namespace HwToken.Service.Tests.Portal;

public class ImportWatchesTests
{
    [Fact]
    public void An_imports_progress_is_told_to_its_operator_while_it_is_under_way_and_to_nobody_else()
    {
        var watches = new ImportWatches();
        using (ImportWatch watch = watches.Begin("mori", "0123456789abcdef"))
        {
            Assert.Null(watches.Find("mori", "0123456789abcdef"));
            watch.Report(new ImportProgress(ImportStage.Reading, 500, 1100));
            watch.Report(new ImportProgress(ImportStage.Writing, 500, 1100));
            Assert.Equal(new ImportProgress(ImportStage.Writing, 500, 1100), watches.Find("mori", "0123456789abcdef"));
            Assert.Null(watches.Find("hara", "0123456789abcdef"));
            Assert.Null(watches.Find("mori", "fedcba9876543210"));
        }

        Assert.Null(watches.Find("mori", "0123456789abcdef"));
    }

    [Fact]
    public void The_end_of_an_earlier_import_of_the_same_page_does_not_hide_the_later_one()
    {
        var watches = new ImportWatches();
        ImportWatch first = watches.Begin("mori", "0123456789abcdef");
        using ImportWatch second = watches.Begin("mori", "0123456789abcdef");
        second.Report(new ImportProgress(ImportStage.Reading, 1, 2));
        first.Dispose();
        Assert.Equal(1, watches.Find("mori", "0123456789abcdef")?.Done);
    }
}
