using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Language;
using ProjectCycle.Reports.Identification;
using ProjectCycle.Reports.Tests.Workbooks;

namespace ProjectCycle.Reports.Tests.Identification;

/// <summary>The workbook of the map as it goes out, and as it comes back unchanged.</summary>
public sealed class NeedMapWorkbookTests
{
    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Write_InALanguage_IsSoundAndHasTheColumnsInOrder(string language)
    {
        using var book = await ReadWorkbook.Of(NeedMapWorkbook.From(Sample(language)));

        Assert.Empty(book.Faults());
        var cells = book.Cells(book.Tabs[0]);
        string[] expected = language == "en"
            ? ["No.", "Sector", "Kind", "Subject", "Figure", "Year", "Source", "Own strength", "Own weakness", "Sought", "Offered", "Responsible office (SKPD)", "Other actors", "In RPJMD or RKPD", "Priority", "Problem to solve"]
            : ["No.", "Sektor", "Jenis", "Pokok", "Angka", "Tahun", "Sumber", "Kekuatan sendiri", "Kelemahan sendiri", "Yang dicari", "Yang ditawarkan", "SKPD penanggung jawab", "Pelaku lain", "Dalam RPJMD atau RKPD", "Prioritas", "Masalah yang dipecahkan"];
        Assert.Equal(expected, NeedMapColumns.All.Select(field => cells[NeedMapColumns.CellOf(field, 1)].Value));
        Assert.Equal(language == "en" ? "Technology, Training" : "Teknologi, Pelatihan", cells["J2"].Value);
        Assert.Equal(("number", "2"), (cells["A3"].Kind, cells["A3"].Value));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Read_OfWhatWasWritten_GivesTheSameRows(string language)
    {
        var sample = Sample(language);
        using var book = await ReadWorkbook.Of(NeedMapWorkbook.From(sample));

        AssertSame(sample, book.Bytes);
    }

    [Fact]
    public async Task Read_OfAnEmptyMap_SaysThatThereIsNoRow()
    {
        using var book = await ReadWorkbook.Of(NeedMapWorkbook.From(Sample("id") with { Entries = [] }));

        Assert.Equal("workbook-without-rows", Assert.Single(NeedMapUploadReader.Read(new MemoryStream(book.Bytes)).Refusals).Code);
    }

    [FactWhen("soffice")]
    public async Task Read_OfWhatLibreOfficeSavedAgain_GivesTheSameRows()
    {
        var sample = Sample("id");
        using var book = await ReadWorkbook.Of(NeedMapWorkbook.From(sample));

        AssertSame(sample, await LibreOffice.SavedAgainAsync(book.Bytes));
    }

    private static void AssertSame(NeedMapReport sample, byte[] bytes)
    {
        var upload = NeedMapUploadReader.Read(new MemoryStream(bytes)).Value;

        Assert.Empty(upload.Faults);
        Assert.Equal(sample.Entries.Select(e => (int?)e.Number), upload.Lines.Select(line => line.Number));
        Assert.Equal(sample.Entries.Select(NeedMapDetails.Of), upload.Lines.Select(line => line.Details));
    }

    private static NeedMapReport Sample(string language) => new()
    {
        Language = language,
        ProjectCode = "JMB-01",
        ProjectName = new LocalText("Waste", "Sampah"),
        Region = "Kota Jambi, Jambi",
        MadeAt = new DateTime(2026, 3, 4, 5, 6, 0, DateTimeKind.Utc),
        Zone = IndonesianZone.Wib,
        MadeBy = "Sari",
        Entries =
        [
            Entry(1, new NeedMapDetails
            {
                Sector = "Persampahan", Kind = MapKind.Need, Subject = "=SUM(A1)", EvidenceFigure = "800 t & <lebih>", EvidenceYear = 2022, EvidenceSource = "BPS _x0041_", OwnStrength = "Baris satu\nbaris dua",
                OwnWeakness = "Lemah", Sought = Wants.Technology | Wants.Training, Offered = "Lahan", ResponsibleOffice = "DLH", OtherActors = "Universitas, bank sampah", PlanLink = "Misi 3", Priority = 1, Problem = "Lindi",
            }),
            Entry(2, new NeedMapDetails { Sector = "Pelabuhan", Kind = MapKind.Potential, Subject = "0012", EvidenceFigure = "71,42", Priority = 5 }),
        ],
    };

    private static NeedMapEntry Entry(int number, NeedMapDetails details)
    {
        var entry = new NeedMapEntry { ProjectId = Guid.Empty, Number = number };
        entry.Fill(details);
        return entry;
    }
}
