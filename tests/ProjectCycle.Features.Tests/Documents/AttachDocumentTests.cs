using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Documents;

public sealed class AttachDocumentTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Attach_WhenFileIsSound_KeepsItByHashAndHandsItBack(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var attached = await AttachAsync(world, code, World.TextFile("concept-note", "isi catatan konsep"));

        var version = await world.ReadAsync(db => db.DocumentVersions.SingleAsync());
        Assert.Equal(attached.Value, version.DocumentId);
        Assert.Equal("text/plain", version.ContentType);
        var text = await world.AsAsync<DocumentQueries, string>(Role.Auditor, async q =>
        {
            await using var content = (await q.OpenAsync(version.Id, default))!.Content;
            return await new StreamReader(content).ReadToEndAsync();
        });
        Assert.Equal("isi catatan konsep", text);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Attach_WhenNewVersion_KeepsTheOldOne(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var first = await AttachAsync(world, code, World.TextFile("concept-note", "satu"));

        await AttachAsync(world, code, World.TextFile("concept-note", "dua") with { DocumentId = first.Value });

        Assert.Equal([1, 2], await world.ReadAsync(db => db.DocumentVersions.Where(v => v.DocumentId == first.Value).Select(v => v.Number).Order().ToListAsync()));
    }

    /// <summary>The product's rule for cooperation with partners abroad: no MoU before the map of needs, the partner's score and the plan.</summary>
    [Theory]
    [OnSqlite("ksdpl")]
    [OnPostgres("ksdpl")]
    [OnSqlite("ksdll")]
    [OnPostgres("ksdll")]
    public async Task Attach_OfAnMou_IsRefusedUntilMapScoreAndPlanAreComplete(DatabaseProvider provider, string template)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", template);
        string[] needs = [WorkParts.NeedMap, WorkParts.Matchmaking, WorkParts.CooperationPlan];
        for (var done = 0; done < needs.Length; done++)
        {
            var refused = Assert.Single((await AttachAsync(world, code, World.TextFile("signed-mou"))).Refusals);
            Assert.Equal(("document-needs-work", "KindCode"), (refused.Code, refused.Field));
            Assert.Equal(needs[done..], ((IReadOnlyList<WorkPart>)refused.Args[1]!).Select(part => part.Code));
            await WorkSamples.CompleteAsync(world, code, Role.Staff, needs[done]);
        }

        Assert.True((await AttachAsync(world, code, World.TextFile("signed-mou"))).Succeeded);
    }

    /// <summary>What was signed before anybody registered the project is history; who registers one before its signing shows its work.</summary>
    [Theory]
    [OnSqlite(StateCodes.Negotiation, false)]
    [OnPostgres(StateCodes.Negotiation, false)]
    [OnSqlite(StateCodes.Implementation, true)]
    [OnPostgres(StateCodes.Implementation, true)]
    public async Task Attach_OfAnMouToAProjectRegisteredLater_AsksForTheWorkUntilItIsSigned(DatabaseProvider provider, string stage, bool isTaken)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", "ksdpl", history: [.. StateCodes.Stages.TakeWhile(s => s != stage).Append(stage).Select(s => new StageEntry(s, new DateOnly(2025, 1, 8)))]);

        Assert.Equal(isTaken, (await AttachAsync(world, code, World.TextFile("signed-mou"))).Succeeded);
    }

    [Theory]
    [InlineData("virus.exe", "4D5A9000", "file-type")]
    [InlineData("report.pdf", "504B0304AAAA", "file-type")]
    [InlineData("empty.txt", "", "file-empty")]
    [InlineData("nul.txt", "41004200", "file-type")]
    [InlineData("notes.txt", "FFFE410042", "file-type")]
    public async Task Attach_WhenBytesAreNotOfAnAcceptedType_IsRefusedWhateverItsName(string name, string hex, string refusal)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");

        var refused = await AttachAsync(world, code, World.TextFile("concept-note") with { FileName = name, Content = new MemoryStream(Convert.FromHexString(hex)) });

        Assert.Equal(refusal, Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await world.ReadAsync(db => db.Documents.CountAsync()));
    }

    [Fact]
    public async Task Attach_WhenLargerThanFiftyMegabytes_IsRefused()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        await using var large = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        large.SetLength(FileTypes.MaxSize + 1);

        var refused = await AttachAsync(world, code, World.TextFile("concept-note") with { Content = large });

        Assert.Equal("file-too-large", Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.txt")]
    [InlineData("C:\\dokumen\\surat.docx", "surat.txt")]
    [InlineData("a<b>:c\n.txt", "abc.txt")]
    [InlineData("...", "file.txt")]
    public async Task Attach_WhenNameIsOdd_KeepsAPlainOneWithTheEarnedExtension(string name, string kept)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");

        await AttachAsync(world, code, World.TextFile("concept-note") with { FileName = name });

        Assert.Equal(kept, (await world.ReadAsync(db => db.DocumentVersions.SingleAsync())).FileName);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script>", "page.html", "text/plain")]
    [InlineData("a;b;c", "data.csv", "text/csv")]
    [InlineData("%PDF-1.4", "scan.txt", "application/pdf")]
    public void Sniff_WhenBytesSpeak_BelievesThemAndNotTheName(string content, string name, string type)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));

        Assert.Equal(type, FileTypes.Sniff(stream, name)!.ContentType);
        Assert.Equal(0, stream.Position);
    }

    private static Task<Outcome<Guid>> AttachAsync(World world, string code, Attachment attachment) =>
        world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, attachment, default));
}
