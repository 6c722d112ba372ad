using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Reports.Obstacles;
using ProjectCycle.Reports.Tests.Workbooks;

namespace ProjectCycle.Reports.Tests.Obstacles;

public class ObstacleWorkbookTests
{
    /// <summary>To accept a wanted change, copy the actual file, whose place the failure names, over the golden one.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Write_WhenObstaclesAreKnown_GivesTheGoldenWorkbook(string language)
    {
        using var book = await ReadWorkbook.Of(ObstacleWorkbook.From(Sample(language)));

        Golden.AssertSame($"obstacles.{language}", WorkbookDump.Of(book), book.Bytes);
        Assert.Empty(book.Faults());
    }

    [Fact]
    public async Task Write_WhenThereAreNone_IsSound()
    {
        var empty = new ObstacleBook(Sample("id").Cover with { Filters = [] }, AsyncEnumerable.Empty<ObstacleBookRow>(), [], [], []);

        using var book = await ReadWorkbook.Of(ObstacleWorkbook.From(empty));

        Assert.Empty(book.Faults());
    }

    private static ObstacleBook Sample(string language) => new(
        new ReportCover
        {
            Language = language,
            Filters = [("from", "2026-01-01"), ("to", "2026-11-22")],
            MadeAt = new DateTime(2026, 11, 22, 3, 30, 0, DateTimeKind.Utc),
            Zone = IndonesianZone.Wib,
            MadeBy = "Sari",
        },
        new[]
        {
            Row("NTB-ZHEJIANG", "O4.1", "Anggaran perjalanan dicoret", ObstacleParty.Region, new DateOnly(2026, 3, 1), null, 266),
            Row("=LMP-BOUIRA", "O7.1", "Sistem hukum berbeda", ObstacleParty.Partner, new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 4), 30),
        }.ToAsyncEnumerable(),
        [new("O4.1", 1, 1, 266, 1), new("O7.1", 1, 0, 30, 1)],
        [new("Identifikasi", 2, 1, 296, 2)],
        [new("Zhejiang", 1, 1, 266, 1), new("–", 1, 0, 30, 1)]);

    private static ObstacleBookRow Row(string project, string code, string cause, ObstacleParty party, DateOnly started, DateOnly? ended, int days) => new()
    {
        ProjectCode = project,
        Project = "Provinsi kembar",
        Stage = "Identifikasi",
        Code = code,
        Name = "Anggaran terbatas",
        Cause = cause,
        Party = party,
        Severity = 4,
        Owner = ended is null ? "Budi" : null,
        StartedOn = started,
        EndedOn = ended,
        Ending = ended is null ? "" : "Diselesaikan",
        DaysLost = days,
    };
}
