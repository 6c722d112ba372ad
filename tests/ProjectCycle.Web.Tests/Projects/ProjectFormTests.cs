using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Web.Tests.Projects;

public sealed class ProjectFormTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Register_WhenSound_StoresAllAndShowsTheProject()
    {
        var staff = await office.BrowserAsync(Role.Staff, "id");

        var answer = await staff.SubmitAsync("/projects/new", With(
            Form("REG-1"),
            ("Input.Partners[0].PartnerId", office.Partner.Id.ToString()), ("Input.Partners[0].Role", "Funding"),
            ("Input.Partners[1].PartnerId", ""), ("Input.Partners[1].Role", "Implementing"),
            ("Input.Amounts[0].Kind", "Agreement"), ("Input.Amounts[0].Amount", "13.400.000,50"), ("Input.Amounts[0].Currency", "EUR"),
            ("Input.Amounts[1].Kind", "Counterpart"), ("Input.Amounts[1].Amount", "0"), ("Input.Amounts[1].Currency", "IDR"),
            ("Input.Amounts[2].Kind", "Estimate"), ("Input.Amounts[2].Amount", ""), ("Input.Amounts[2].Currency", ""),
            ("Input.SignedOn", "2026-01-15"), ("Input.Summary", "TPA Talang Gulo")));

        Assert.Equal("/projects/REG-1", answer.Location);
        var page = await staff.GetAsync("/projects/REG-1");
        Assert.Contains("REG-1 sudah didaftarkan.", page.Text, StringComparison.Ordinal);
        Assert.Contains("EUR\u00a013.400.000,50", page.Text, StringComparison.Ordinal);
        Assert.Contains("KfW Development Bank", page.Text, StringComparison.Ordinal);
        Assert.Contains("15 Jan 2026", page.Text, StringComparison.Ordinal);
        var amounts = await office.ReadAsync(db => db.Projects.Where(p => p.Code == "REG-1").SelectMany(p => p.Amounts).OrderBy(a => a.MinorUnits).Select(a => a.MinorUnits).ToListAsync());
        Assert.Equal([0, 1340000050], amounts);
    }

    [Fact]
    public async Task Register_OfARunningProject_KeepsItsHistory()
    {
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.SubmitAsync("/projects/new", With(
            Form("RUN-1"),
            ("Input.History[0].Stage", "identification"), ("Input.History[0].On", "2025-03-01"),
            ("Input.History[1].Stage", "preparation"), ("Input.History[1].On", "2025-09-01"),
            ("Input.History[2].Stage", "appraisal"), ("Input.History[2].On", "")));

        Assert.Equal("/projects/RUN-1", answer.Location);
        var page = await staff.GetAsync("/projects/RUN-1/history");
        Assert.Contains("Advance: Identification → Preparation", page.Text, StringComparison.Ordinal);
        Assert.Contains("After 184 days in the state before", page.Text, StringComparison.Ordinal);
    }

    /// <summary>Browsers end the lines of a text as nothing else does: a workbook that comes back would seem changed.</summary>
    [Fact]
    public async Task Register_WithATextOfTwoLines_StoresItsLineEndsAsOne()
    {
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.SubmitAsync("/projects/new", With(Form("LIN-1"), ("Input.Summary", "One\r\ntwo")));

        Assert.Equal("/projects/LIN-1", answer.Location);
        Assert.Equal("One\ntwo", await office.ReadAsync(db => db.Projects.Where(p => p.Code == "LIN-1").Select(p => p.Summary).SingleAsync()));
    }

    [Theory]
    [InlineData("en", "Input.NameId", "", "Please fill this in.")]
    [InlineData("id", "Input.NameId", "", "Mohon diisi.")]
    [InlineData("en", "Input.Code", "no spaces", "Use letters, digits, dashes and dots")]
    [InlineData("en", "Input.Code", "new", "The code new is in use.")]
    [InlineData("en", "Input.RegionCode", "99.99", "Please choose a region from the list.")]
    [InlineData("en", "Input.TemplateId", "none", "Please choose a cycle template from the list.")]
    [InlineData("en", "Input.UnitId", "0198a6a0-0000-7000-8000-000000000001", "Please choose a unit from the list.")]
    [InlineData("id", "Input.UnitId", "0198a6a0-0000-7000-8000-000000000001", "Silakan pilih unit dari daftar.")]
    [InlineData("en", "Input.SignedOn", "0001-01-01", "The date must lie between 17 Aug 1945 and 31 Dec 2100.")]
    [InlineData("id", "Input.SignedOn", "0001-01-01", "Tanggal harus antara 17 Agu 1945 dan 31 Des 2100.")]
    [InlineData("en", "Input.SignedOn", "yesterday", "This value cannot be read.")]
    [InlineData("en", "Input.Amounts[0].Amount", "much", "This is not a number.")]
    [InlineData("en", "Input.Amounts[0].Amount", "1.005", "An amount in EUR has at most 2 decimals and is not negative.")]
    [InlineData("id", "Input.Amounts[0].Amount", "1,005", "Nilai dalam EUR paling banyak 2 angka desimal dan tidak negatif.")]
    [InlineData("en", "Input.Amounts[0].Currency", "EURO", "There is no currency EURO.")]
    [InlineData("id", "Input.Amounts[0].Currency", "EURO", "Mata uang EURO tidak ada.")]
    [InlineData("en", "Input.History[1].On", "2025-01-01", "The history must name every stage up to the present one.")]
    public async Task Register_WithABadInput_SaysWhyAndKeepsWhatWasTyped(string language, string input, string value, string sentence)
    {
        var staff = await office.BrowserAsync(Role.Staff, language);
        var form = With(
            Form("BAD-1"),
            ("Input.Summary", "Kept as typed"),
            ("Input.Amounts[0].Kind", "Agreement"), ("Input.Amounts[0].Amount", "5"), ("Input.Amounts[0].Currency", "EUR"),
            ("Input.History[0].Stage", "identification"), ("Input.History[1].Stage", "preparation"),
            (input, value));

        var answer = await staff.SubmitAsync("/projects/new", form);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Contains("Kept as typed", answer.Text, StringComparison.Ordinal);
        Assert.Contains("""class="faults""", answer.Text, StringComparison.Ordinal);
        if (value != "" && input is not ("Input.RegionCode" or "Input.TemplateId" or "Input.UnitId"))
            Assert.Contains($"value=\"{value}\"", answer.Text, StringComparison.Ordinal);
        Assert.False(await office.ReadAsync(db => db.Projects.AnyAsync(p => p.Code == "BAD-1" || p.Code == value)));
    }

    [Fact]
    public async Task Register_WithANameOfFiveThousandLetters_SaysTheLimitAndKeepsIt()
    {
        var staff = await office.BrowserAsync(Role.Staff);
        var name = new string('n', 5000);

        var answer = await staff.SubmitAsync("/projects/new", With(Form("LNG-1"), ("Input.NameId", name)));

        Assert.Contains("At most 300 characters; this has 5,000.", answer.Text, StringComparison.Ordinal);
        Assert.Contains(name, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_WhenMoreLinesAreAskedFor_AddsThemAndSavesNothing()
    {
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.SubmitAsync("/projects/new", With(
            Form("MOR-1"), ("Input.Partners[0].PartnerId", office.Partner.Id.ToString()), ("Input.Partners[0].Role", "Extending"), ("more", "partners")));

        Assert.Contains("Input.Partners[2].PartnerId", answer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"MOR-1\"", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"faults\"", answer.Text, StringComparison.Ordinal);
        Assert.False(await office.ReadAsync(db => db.Projects.AnyAsync(p => p.Code == "MOR-1")));
    }

    [Fact]
    public async Task Edit_WhenSomebodySavedFirst_KeepsWhatWasTypedAndShowsTheDifference()
    {
        await office.RegisterAsync("RCE-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var manager = await office.BrowserAsync(Role.Manager);
        var first = await manager.SubmitAsync("/projects/RCE-1/edit", With(Form("RCE-1"), ("Input.Version", "0"), ("Input.NameEn", "Saved by the manager")));
        Assert.Equal("/projects/RCE-1", first.Location);

        var second = await staff.SubmitAsync("/projects/RCE-1/edit", With(Form("RCE-1"), ("Input.Version", "0"), ("Input.NameEn", "Typed by the staff")));

        Assert.Contains("manager-en saved a change on", second.Text, StringComparison.Ordinal);
        Assert.Contains("<td>Saved by the manager</td><td>Typed by the staff</td>", second.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Typed by the staff\"", second.Text, StringComparison.Ordinal);
        Assert.Contains("""name="Input.Version" value="1""", second.Text, StringComparison.Ordinal);

        var third = await staff.SubmitAsync("/projects/RCE-1/edit", With(Form("RCE-1"), ("Input.Version", "1"), ("Input.NameEn", "Typed by the staff")));
        Assert.Equal("/projects/RCE-1", third.Location);
    }

    [Fact]
    public async Task Edit_WithoutTheRight_IsRefused()
    {
        await office.RegisterAsync("EDT-1", d => d with { AgreementId = office.Agreement.Id });
        var observer = await office.BrowserAsync(Role.Observer);

        Assert.Equal(HttpStatusCode.Forbidden, (await observer.GetAsync("/projects/EDT-1/edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await observer.SubmitAsync("/projects/EDT-1", "/projects/EDT-1/edit", With(Form("EDT-1"), ("Input.Version", "0")))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await observer.GetAsync("/projects/new")).Status);
    }

    private (string Name, string Value)[] Form(string code) =>
    [
        ("Input.Code", code), ("Input.UnitId", office.Unit.Id.ToString()), ("Input.TemplateId", "generic"),
        ("Input.NameId", "Pengelolaan sampah"), ("Input.NameEn", "Waste management"), ("Input.RegionCode", "15.71"),
        ("Input.Summary", "A sanitary landfill for the city."),
    ];

    /// <summary>The form with these inputs in place of, or beside, its own.</summary>
    private static (string Name, string Value)[] With((string Name, string Value)[] form, params (string Name, string Value)[] inputs) =>
        [.. form.Concat(inputs).GroupBy(input => input.Name).Select(group => group.Last())];
}
