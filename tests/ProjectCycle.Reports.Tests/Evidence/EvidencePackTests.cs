using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Evidence;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Work;
using ProjectCycle.Reports.Evidence;

namespace ProjectCycle.Reports.Tests.Evidence;

public sealed class EvidencePackTests
{
    private static readonly byte[] Note = Encoding.UTF8.GetBytes("catatan konsep");
    private static readonly PackFile NoteFile = new(Guid.NewGuid(), "catatan konsep.txt", Convert.ToHexStringLower(SHA256.HashData(Note)), Note.Length);

    [Theory]
    [InlineData("en", "Approved with conditions", "Not met", "EUR 13,400,000.00")]
    [InlineData("id", "Disetujui dengan syarat", "Belum terpenuhi", "EUR 13.400.000,00")]
    public async Task Write_OfAGate_TellsConditionsEvidenceAndHashes(string language, string outcome, string unmet, string amount)
    {
        var files = Unzip(await WriteAsync(Pack() with { Language = language }));

        Assert.Equal(["SHA256SUMS", "documents/001-catatan konsep.txt", "index.csv", "index.html", "template.yaml"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("catatan konsep", files["documents/001-catatan konsep.txt"]);
        Assert.Equal("id: small\n", files["template.yaml"]);
        foreach (var index in new[] { files["index.html"], files["index.csv"] })
        {
            Assert.Contains(outcome, index, StringComparison.Ordinal);
            Assert.Contains(unmet, index, StringComparison.Ordinal);
            Assert.Contains(amount, index, StringComparison.Ordinal);
            Assert.Contains(NoteFile.Hash, index, StringComparison.Ordinal);
        }
        Assert.Contains("href=\"documents/001-catatan%20konsep.txt\"", files["index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id", "Syarat: Groundwater is watched (tenggat 1 Sep 2026), belum dipenuhi; Syarat: The map is sent, dipenuhi 3 Mar 2026", "jumlah isian: 7")]
    [InlineData("en", "Condition: Groundwater is watched (due 1 Sep 2026), open; Condition: The map is sent, met on 3 Mar 2026", "entries: 7")]
    public async Task Write_OfAnApprovalWithConditionsAndOfWork_TellsHowFarTheyAre(string language, string followUps, string entries)
    {
        var files = Unzip(await WriteAsync(Pack() with { Language = language }));

        foreach (var index in new[] { files["index.html"], files["index.csv"] })
        {
            Assert.Contains(followUps, index, StringComparison.Ordinal);
            Assert.Contains(entries, index, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_OfWhatPeopleTyped_RunsNowhere()
    {
        var files = Unzip(await WriteAsync(Pack()));

        Assert.DoesNotContain("<script", files["index.html"], StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", files["index.html"], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK", files["index.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WhenAStoredFileHasChanged_Throws() =>
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            EvidencePackWriter.WriteAsync(Pack(), _ => new MemoryStream([1, 2, 3]), new MemoryStream(), default));

    [Fact]
    public async Task Check_OfAPackAsWritten_FindsNoFault()
    {
        var verdict = EvidencePackCheck.Check(await WriteAsync(Pack()));

        Assert.Equal((4, 0), (verdict.Files, verdict.Faults.Count));
    }

    [Theory]
    [InlineData("documents/001-catatan konsep.txt", "lain", "documents/001-catatan konsep.txt: changed, it is not what was put in")]
    [InlineData("index.html", null, "index.html: missing")]
    [InlineData("documents/002-extra.txt", "baru", "documents/002-extra.txt: added, it is not in the list")]
    public async Task Check_WhenAFileWasChangedRemovedOrAdded_NamesIt(string name, string? content, string fault)
    {
        var stream = await WriteAsync(Pack());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            if (content is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        Assert.Equal([fault], EvidencePackCheck.Check(stream).Faults);
    }

    [Fact]
    public void Check_OfSomethingElse_IsAFaultAndNoError()
    {
        using var empty = new MemoryStream();
        using (var zip = new ZipArchive(empty, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("readme.txt");

        Assert.Equal(["The file is not a ZIP, or is damaged."], EvidencePackCheck.Check(new MemoryStream(Note)).Faults);
        Assert.Equal(["There is no SHA256SUMS in it: this is not an evidence pack."], EvidencePackCheck.Check(empty).Faults);
    }

    private static async Task<MemoryStream> WriteAsync(EvidencePack pack)
    {
        var stream = new MemoryStream();
        await EvidencePackWriter.WriteAsync(pack, _ => new MemoryStream(Note), stream, default);
        return stream;
    }

    private static Dictionary<string, string> Unzip(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(e => e.FullName, e => new StreamReader(e.Open()).ReadToEnd());
    }

    private static EvidencePack Pack() => new()
    {
        Language = "en",
        ProjectCode = "JMB-1",
        ProjectName = "Landfill <script>alert(1)</script>",
        From = "Identification",
        To = "Preparation",
        PassedOn = new DateOnly(2026, 3, 4),
        PassedBy = "Budi",
        TemplateName = "Small",
        TemplateId = "small",
        TemplateVersion = 1,
        TemplateText = "id: small\n",
        MadeAt = new DateTime(2026, 3, 5, 1, 0, 0, DateTimeKind.Utc),
        MadeBy = "Ani",
        Zone = IndonesianZone.Wib,
        Conditions =
        [
            new PackCondition("has-note", "The note is attached.", true, [new PackEvidence { Kind = EvidenceKind.Document, Title = "=HYPERLINK(\"http://x\")", Version = 1, By = "Budi", At = DateTime.UnixEpoch, File = NoteFile }]),
            new PackCondition("board", "The board approves.", true,
            [
                new PackEvidence
                {
                    Kind = EvidenceKind.Decision, Title = "Board", Outcome = DecisionOutcome.ApprovedWithConditions, LetterNumber = "1/2026", On = new DateOnly(2026, 3, 1), Note = "Semester reports", By = "Sari", At = DateTime.UnixEpoch, File = NoteFile,
                    FollowUps = [new("Groundwater is watched", new DateOnly(2026, 9, 1), null), new("The map is sent", null, new DateOnly(2026, 3, 3))],
                },
            ]),
            new PackCondition("risks-known", "The risks are registered.", true, [new PackEvidence { Kind = EvidenceKind.Work, Title = WorkParts.Risks, Entries = 7 }]),
            new PackCondition("amount", "The amount is stated.", true, [new PackEvidence { Kind = EvidenceKind.Field, Title = ProjectFields.AgreementAmount, Amounts = [new Money(1_340_000_000, Currencies.All["EUR"])] }]),
            new PackCondition("is-tidy", "All is tidy.", false, []),
        ],
    };
}
