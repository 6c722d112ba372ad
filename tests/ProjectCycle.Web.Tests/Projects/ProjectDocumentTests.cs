using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Documents;
using ProjectCycle.Testing;

namespace ProjectCycle.Web.Tests.Projects;

public sealed class ProjectDocumentTests(Office office) : IClassFixture<Office>
{
    private static readonly byte[] Paper = Encoding.UTF8.GetBytes("%PDF-1.7 concept note");

    [Fact]
    public async Task Attach_WhenSound_IsListedAndHandedOutAsAnAttachment()
    {
        await office.RegisterAsync("DOC-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var empty = await staff.GetAsync("/projects/DOC-1/documents?kind=concept-note");

        var answer = await staff.UploadAsync("/projects/DOC-1/documents", "Attach.File", "note.pdf", Paper, ("Attach.KindCode", "concept-note"), ("Attach.Title", "Our concept"));
        var page = await staff.GetAsync("/projects/DOC-1/documents");
        var version = await VersionAsync("DOC-1");
        var file = await staff.GetAsync($"/documents/{version}");

        Assert.Contains("<option value=\"concept-note\" selected=\"selected\"", empty.Text, StringComparison.Ordinal);
        Assert.Contains("Attach: Concept note", empty.Text, StringComparison.Ordinal);
        Assert.Equal("/projects/DOC-1/documents", answer.Location);
        Assert.Contains("Our concept", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Attach: Concept note", page.Text, StringComparison.Ordinal);
        Assert.Equal("attachment", file.Message.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(file.Message.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(Encoding.UTF8.GetString(Paper), file.Text);
    }

    [Fact]
    public async Task Attach_AsANewVersion_KeepsTheEarlierOne()
    {
        await office.RegisterAsync("DOC-2");
        var staff = await office.BrowserAsync(Role.Staff);
        await staff.UploadAsync("/projects/DOC-2/documents", "Attach.File", "note.pdf", Paper, ("Attach.KindCode", "concept-note"), ("Attach.Title", "Our concept"));
        var document = await office.ReadAsync(db => db.Documents.Where(d => d.Title == "Our concept" && d.ProjectId == db.Projects.Single(p => p.Code == "DOC-2").Id).Select(d => d.Id).SingleAsync());

        await staff.UploadAsync("/projects/DOC-2/documents", "Attach.File", "note2.pdf", Paper, ("Attach.KindCode", "concept-note"), ("Attach.DocumentId", $"{document}"));

        var page = await staff.GetAsync("/projects/DOC-2/documents");
        Assert.Contains("Version 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("One earlier version", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Signed MoU (first complete: Needs and potential, Search for a partner, Cooperation plan)", "can be attached once this is complete: Needs and potential, Search for a partner, Cooperation plan")]
    [InlineData("id", "yang ditandatangani (lengkapi dahulu: Kebutuhan dan potensi, Pencarian mitra, Rencana kerja sama)", "baru dapat dilampirkan setelah ini lengkap: Kebutuhan dan potensi, Pencarian mitra, Rencana kerja sama")]
    public async Task Attach_OfAnMouWithoutItsWork_IsRefusedAndThePageSaysWhy(string language, string option, string sentence)
    {
        var code = await office.RegisterAsync($"MOU-{language}", template: "ksdpl");
        var staff = await office.BrowserAsync(Role.Staff, language);

        var page = await staff.GetAsync($"/projects/{code}/documents");
        var answer = await staff.UploadAsync($"/projects/{code}/documents", "Attach.File", "mou.pdf", Paper, ("Attach.KindCode", "signed-mou"), ("Attach.Title", "Kept title"));

        Assert.Contains(option, page.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept title\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "This kind of file is not taken.")]
    [InlineData("id", "Jenis berkas ini tidak diterima.")]
    public async Task Attach_OfAWrongType_SaysWhatIsTakenAndKeepsTheTitle(string language, string sentence)
    {
        var code = await office.RegisterAsync($"TYP-{language}");
        var staff = await office.BrowserAsync(Role.Staff, language);

        var answer = await staff.UploadAsync($"/projects/{code}/documents", "Attach.File", "tool.pdf", [0x4D, 0x5A, 0, 1, 2, 3], ("Attach.KindCode", "concept-note"), ("Attach.Title", "Kept title"));

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept title\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The file is too large. A document may have 50 MB.")]
    [InlineData("id", "Berkas terlalu besar. Satu dokumen paling besar 50 MB.")]
    public async Task Attach_OfSixtyMegabytes_SaysTheLimitInTheirLanguage(string language, string sentence)
    {
        var code = await office.RegisterAsync($"BIG-{language}");
        var staff = await office.BrowserAsync(Role.Staff, language);

        var answer = await staff.UploadAsync($"/projects/{code}/documents", "Attach.File", "big.pdf", new byte[60 * 1024 * 1024], ("Attach.KindCode", "concept-note"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attach_OfALittleTooMuch_IsRefusedBesideTheInput()
    {
        await office.RegisterAsync("BIG-1");
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.UploadAsync("/projects/BIG-1/documents", "Attach.File", "big.pdf", new byte[FileTypes.MaxSize + 1], ("Attach.KindCode", "concept-note"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("The file is too large; at most 50 MB.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OfAnotherUnitsFile_IsNotFound()
    {
        await office.RegisterAsync("OTH-DOC", unit: office.OtherUnit);
        await office.AsAsync<AttachDocument, Domain.Outcome<Guid>>(Role.Manager, office.OtherUnit, use => use.HandleAsync("OTH-DOC", World.TextFile("concept-note"), default));
        var staff = await office.BrowserAsync(Role.Staff);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/documents/{await VersionAsync("OTH-DOC")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/documents/{Guid.NewGuid()}")).Status);
    }

    private Task<Guid> VersionAsync(string code) => office.ReadAsync(db => db.DocumentVersions
        .Where(v => db.Documents.Any(d => d.Id == v.DocumentId && d.ProjectId == db.Projects.Single(p => p.Code == code).Id))
        .OrderByDescending(v => v.Number).Select(v => v.Id).FirstAsync());
}
