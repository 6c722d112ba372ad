using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ProjectCycle.Browser.Tests.Host;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Cycles;
using static Microsoft.Playwright.Assertions;

namespace ProjectCycle.Browser.Tests.Cycles;

/// <summary>
/// Takes one project through its gates as its people would: the gate card says what is missing, and a person who may supply it
/// does so in the form to which the card leads.
/// </summary>
internal sealed class GateDesk(Office office, ServedProgram program, string code)
{
    private const string Prefix = "condition-";

    private readonly CycleTemplate _template = program.Services.GetRequiredService<TemplateCatalog>().Current("kfw")!;

    public string Address => $"/projects/{code}";

    public string CycleAddress => $"{Address}/cycle";

    public CycleTemplate Template => _template;

    /// <summary>The page with the gate card before this person.</summary>
    public async Task<IPage> OpenAsync(Role role)
    {
        var page = await office.AtAsync(role);
        await page.GotoAsync(CycleAddress);
        return page;
    }

    /// <summary>The conditions that the card shows as not met.</summary>
    public async Task<IReadOnlyList<GateCondition>> UnmetAsync()
    {
        var page = await OpenAsync(Role.Manager);
        var conditions = _template.Moves.SelectMany(move => move.Gate).ToDictionary(condition => condition.Code);
        var ids = await page.Locator("#gate li.unmet").EvaluateAllAsync<string[]>("items => items.map(item => item.id)");
        return [.. ids.Select(id => conditions[id[Prefix.Length..]])];
    }

    /// <summary>Supplies everything that is missing.</summary>
    public async Task SupplyAllAsync()
    {
        foreach (var condition in await UnmetAsync())
            await SupplyAsync(condition);
    }

    public async Task SupplyAsync(GateCondition condition)
    {
        var page = await OpenAsync(SupplierOf(condition));
        var line = page.Locator($"#{Prefix}{condition.Code}");
        await (condition.Kind switch
        {
            ConditionKind.Document => AttachAsync(page, line, condition),
            ConditionKind.Checklist => ConfirmAsync(page, line),
            ConditionKind.Decision => DecideAsync(page, line),
            ConditionKind.Work => AgreeAsync(page, line, condition.Subject),
            _ => FillInAsync(page, line, condition.Subject),
        });
        await page.SeeDoneAsync();
    }

    /// <summary>Presses the button of the gate; the card then belongs to the next state.</summary>
    public async Task MoveAsync()
    {
        var page = await OpenAsync(Role.Manager);
        await page.ClickAsync("#gate > form button");
        await page.SeeDoneAsync();
    }

    /// <summary>The state as the database has it.</summary>
    public Task<string> StateAsync() => program.ReadAsync(async db =>
        (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.Projects, p => p.Code == code)).State);

    /// <summary>Someone whom the card names, and whom the template lets confirm or record.</summary>
    private Role SupplierOf(GateCondition condition) => condition.Kind switch
    {
        ConditionKind.Checklist => _template.Checklist.Single(item => item.Code == condition.Subject).ConfirmedBy[0],
        ConditionKind.Decision => _template.Authorities.Single(authority => authority.Code == condition.Subject).RecordedBy[0],
        _ => condition.SuppliedBy[0],
    };

    private static async Task AttachAsync(IPage page, ILocator line, GateCondition condition)
    {
        await line.Locator(".supply a").ClickAsync();
        await Expect(page.Locator("#attach-kind")).ToHaveValueAsync(condition.Subject);
        await page.SetInputFilesAsync("#attach-file", SampleFile.Pdf($"{condition.Subject}.pdf"));
        await page.ClickAsync("#attach button[type=submit]");
    }

    private static async Task ConfirmAsync(IPage page, ILocator line)
    {
        await line.Locator("input[name=note]").FillAsync("Sudah diperiksa.");
        await line.Locator("button[name=confirmed]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/cycle$"));
    }

    private static async Task DecideAsync(IPage page, ILocator line)
    {
        await line.Locator("summary").ClickAsync();
        var form = line.Locator("form.decision-form");
        await form.Locator("[name='Decision.Outcome']").SelectOptionAsync(nameof(DecisionOutcome.Approved));
        var date = form.Locator("[name='Decision.DecidedOn']");
        await date.FillAsync((await date.GetAttributeAsync("max"))!);
        await form.Locator("[name='Decision.LetterNumber']").FillAsync("S-17/2026");
        await form.Locator("button[type=submit]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/cycle$"));
    }

    /// <summary>One point of the negotiation, agreed: the only work that the walk finds undone.</summary>
    private static async Task AgreeAsync(IPage page, ILocator line, string part)
    {
        Assert.Equal(WorkParts.Positions, part);
        await line.Locator(".supply a").ClickAsync();
        await page.Locator($"a[href$='/{part}/new']").First.ClickAsync();
        await page.FillAsync("#Input_AgendaItem", "1");
        await page.SelectOptionAsync("#Input_Subject", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#Input_Ours", "Dana pendamping 10 persen.");
        await page.SelectOptionAsync("#Input_Outcome", nameof(PositionOutcome.Agreed));
        await page.FillAsync("#Input_AgreedText", "Dana pendamping 10 persen setiap tahun.");
        await page.ClickAsync(".form-actions button[type=submit]");
    }

    private static async Task FillInAsync(IPage page, ILocator line, string field)
    {
        await line.Locator(".supply a").ClickAsync();
        if (field == ProjectFields.CounterpartAmount)
            await FillInCounterpartAsync(page);
        foreach (var input in InputsOf(field))
            await page.FillAsync(input, Yesterday());
        await page.ClickAsync(".form-actions button[type=submit]");
    }

    /// <summary>The first free line of the amounts.</summary>
    private static async Task FillInCounterpartAsync(IPage page)
    {
        var line = page.Locator("#amounts .lines li").Filter(new LocatorFilterOptions { Has = page.Locator("input.num[value='']") }).First;
        await line.Locator("select").SelectOptionAsync(nameof(AmountKind.Counterpart));
        await line.Locator("input").Nth(0).FillAsync("IDR");
        await line.Locator("input").Nth(1).FillAsync("25000000000");
    }

    private static IReadOnlyList<string> InputsOf(string field) => field switch
    {
        ProjectFields.CounterpartAmount => [],
        ProjectFields.EffectiveOn => ["#Input_SignedOn", "#Input_EffectiveOn"],
        ProjectFields.CompletedOn => ["#Input_CompletedOn"],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "The walk does not meet it."),
    };

    /// <summary>Has come in every zone.</summary>
    private static string Yesterday() => TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
