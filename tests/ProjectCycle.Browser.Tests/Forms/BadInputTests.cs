using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Forms;

/// <summary>Slips and forgeries end in a sentence in the person's language, and nothing is saved.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BadInputTests(BrowserFixture browser, DemoFixture demo) : IAsyncLifetime
{
    private const string Project = $"/projects/{DemoProject.SlumUpgrading}";

    private ServedProgram _program = null!;
    private int _changes;

    public async Task InitializeAsync()
    {
        if (BrowserFixture.SkipReason is not null)
            return;
        _program = await demo.ProgramAsync();
        _changes = await ChangesAsync();
    }

    public async Task DisposeAsync()
    {
        if (BrowserFixture.SkipReason is null)
            Assert.Equal(_changes, await ChangesAsync());
    }

    [BrowserTheory]
    [InlineData("id-ID", "Jenis berkas ini tidak diterima.")]
    [InlineData("en-GB", "This kind of file is not taken.")]
    public async Task Upload_WhenTheFileIsNotWhatItsNameSays_IsRefused(string language, string sentence)
    {
        await using var office = OfficeIn(language);
        var page = await office.AtAsync(Role.Staff);
        await page.GotoAsync($"{Project}/documents?kind=progress-report");
        await page.SetInputFilesAsync("#attach-file", SampleFile.Executable);
        await page.ClickAsync("#attach button[type=submit]");

        await Expect(page.Locator("#attach .field-error")).ToContainTextAsync(sentence);
        await Expect(page.Locator("#attach-kind")).ToHaveValueAsync("progress-report");
    }

    [BrowserTheory]
    [InlineData("id-ID", "Berkas terlalu besar. Satu dokumen paling besar 50 MB.")]
    [InlineData("en-GB", "The file is too large. A document may have 50 MB.")]
    public async Task Upload_WhenTheFileIsTooLarge_IsRefused(string language, string sentence)
    {
        await using var office = OfficeIn(language);
        var page = await office.AtAsync(Role.Staff);
        await page.GotoAsync($"{Project}/documents?kind=progress-report");
        var file = Path.Combine(Directory.CreateTempSubdirectory("projectcycle-").FullName, "foto.zip");
        await using (var content = File.Create(file))
            content.SetLength(60L * 1024 * 1024);
        await page.SetInputFilesAsync("#attach-file", file);
        await page.ClickAsync("#attach button[type=submit]");

        await Expect(page.Locator("main")).ToContainTextAsync(sentence);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [BrowserTheory]
    [InlineData("id-ID", "Paling banyak 300 karakter; ini 5.000.")]
    [InlineData("en-GB", "At most 300 characters; this has 5,000.")]
    public async Task Name_WhenItIsTooLong_IsRefusedAndKept(string language, string sentence)
    {
        var name = new string('x', 5000);
        await using var office = OfficeIn(language);

        var page = await SendAsync(office, form => form.FillAsync("#Input_NameId", name));

        await Expect(page.Locator(".field").Filter(new LocatorFilterOptions { Has = page.Locator("#Input_NameId") }).Locator(".field-error")).ToHaveTextAsync(sentence);
        await Expect(page.Locator("#Input_NameId")).ToHaveValueAsync(name);
    }

    [BrowserTheory]
    [InlineData("id-ID", "Tanggal harus antara 17 Agu 1945 dan 31 Des 2100.")]
    [InlineData("en-GB", "The date must lie between 17 Aug 1945 and 31 Dec 2100.")]
    public async Task Date_WhenItsYearIsASlip_IsRefused(string language, string sentence)
    {
        await using var office = OfficeIn(language);

        var page = await SendAsync(office, form => form.FillAsync("#Input_PlannedStart", "0001-01-01"));

        await Expect(page.Locator("#Input_PlannedStart_error")).ToHaveTextAsync(sentence);
    }

    [BrowserTheory]
    [InlineData("id-ID", "Mata uang XYZ tidak ada.")]
    [InlineData("en-GB", "There is no currency XYZ.")]
    public async Task Currency_WhenThereIsNoSuch_IsRefused(string language, string sentence)
    {
        await using var office = OfficeIn(language);

        var page = await SendAsync(office, form => form.FillAsync("[name='Input.Amounts[0].Currency']", "XYZ"));

        await Expect(page.Locator("#amounts .field-error")).ToContainTextAsync(sentence);
        await Expect(page.Locator("[name='Input.Amounts[0].Currency']")).ToHaveValueAsync("XYZ");
    }

    [BrowserTheory]
    [InlineData("id-ID", "Tidak ada apa-apa di alamat ini, atau bukan untuk Anda lihat.")]
    [InlineData("en-GB", "There is nothing at this address, or it is not for you to see.")]
    public async Task Move_WhenTheCodeIsThatOfAnotherUnit_IsNotThere(string language, string sentence)
    {
        var foreign = await _program.ReadAsync(db => db.Projects
            .Where(p => p.State == StateCodes.Identification && !db.UnitMemberships.Any(m => m.UnitId == p.UnitId)).Select(p => p.Code).FirstAsync());
        await using var office = OfficeIn(language);
        var page = await office.AtAsync(Role.Manager);
        await page.GotoAsync($"{Project}/cycle");

        await page.EvaluateAsync("""
            code => {
              const form = [...document.querySelectorAll('#more-moves form')].find(f => f.querySelector('[name="Move.Kind"]').value === 'Drop');
              form.querySelector('[name="Move.Reason"]').value = 'x';
              form.querySelector('[name="Move.ObstacleCode"]').value = 'O4.3';
              form.querySelector('[name="Move.Version"]').value = '0';
              form.action = `/projects/${code}/cycle?handler=Move`;
              form.submit();
            }
            """, foreign);

        await Expect(page.Locator("main")).ToContainTextAsync(sentence);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/projects/{foreign}/cycle"));
    }

    private Office OfficeIn(string language) => new(browser, _program, new Visitor(language));

    /// <summary>Opens the form of the project, lets <paramref name="spoil"/> do its work and saves.</summary>
    private static async Task<IPage> SendAsync(Office office, Func<IPage, Task> spoil)
    {
        var page = await office.AtAsync(Role.Staff);
        await page.GotoAsync($"{Project}/edit");
        await spoil(page);
        await page.ClickAsync(".form-actions button[type=submit]");
        await Expect(page.Locator(".faults").First).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Every change to a project leaves an entry.</summary>
    private Task<int> ChangesAsync() => _program.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.ProjectId != null));
}
