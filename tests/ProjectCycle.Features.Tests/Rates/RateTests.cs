using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Rates;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Rates;

/// <summary>Rates by hand, by list and from the ECB's file, and the books made of them.</summary>
public sealed class RateTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);

    private static readonly RateInput Dollar = new()
    {
        FromCode = "USD",
        ToCode = "IDR",
        On = Today,
        Type = RateType.BiMiddle,
        Rate = 15_725m,
        Source = "bi.go.id",
    };

    private static readonly RateInput Yen = Dollar with { FromCode = "JPY", Type = RateType.BudgetAssumption, On = new DateOnly(2023, 1, 1), Rate = 12_340, Unit = 100 };

    [Theory, OnSqlite, OnPostgres]
    public async Task Add_OfABadRate_SaysWhy(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, Dollar);
        foreach (var (input, code, field) in new (RateInput, string, string)[]
        {
            (Dollar with { FromCode = "" }, "required", "FromCode"),
            (Dollar with { FromCode = "XXY" }, "unknown-currency", "FromCode"),
            (Dollar with { ToCode = "USD" }, "rate-same-currency", "ToCode"),
            (Dollar with { On = null }, "required", "On"),
            (Dollar with { On = new DateOnly(1, 1, 1) }, "date-out-of-range", "On"),
            (Dollar with { On = Today, Rate = 1 }, "rate-taken", "On"),
            (Dollar with { Type = (RateType)77 }, "bad-value", "Type"),
            (Dollar with { Rate = null }, "required", "Rate"),
            (Dollar with { Rate = 0 }, "rate-number", "Rate"),
            (Dollar with { Rate = -1 }, "rate-number", "Rate"),
            (Dollar with { Rate = 1_000_000_001 }, "rate-number", "Rate"),
            (Dollar with { Rate = 1.00000000001m }, "rate-number", "Rate"),
            (Dollar with { Unit = 10 }, "rate-unit", "Unit"),
            (Dollar with { Source = " " }, "required", "Source"),
        })
        {
            var refused = Assert.Single((await AddAsync(world, input)).Refusals);
            Assert.Equal((code, field), (refused.Code, refused.Field));
        }
        Assert.Equal(1, await CountAsync(world));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Change_OfAStoredRate_IsAuditedAndTellsTheSecond(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = (await AddAsync(world, Dollar)).Value;

        var first = await SaveAsync(Role.Administrator, Dollar with { Rate = 15_800.25m }, 0);
        var second = await SaveAsync(Role.Finance, Dollar with { Rate = 1 }, 0);
        var removed = await world.AsAsync<SaveRate, Outcome<Done>>(Role.Finance, s => s.RemoveAsync(id, 1, default));

        Assert.True(first.Succeeded && removed.Succeeded);
        Assert.Equal(("changed-meanwhile", world.Person(Role.Administrator).Name), (second.Refusals[0].Code, second.Refusals[0].Args[0]));
        var trail = await world.ReadAsync(db => db.AuditEntries.Where(e => e.Entity == nameof(ExchangeRate)).OrderBy(e => e.Id).Select(e => $"{e.Action} {e.UserName}").ToListAsync());
        Assert.Equal(["added finance", "changed administrator", "removed finance"], trail);
        Assert.Equal(0, await CountAsync(world));

        Task<Outcome<Done>> SaveAsync(Role role, RateInput input, int version) => world.AsAsync<SaveRate, Outcome<Done>>(role, s => s.ChangeAsync(id, input, version, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task List_ByPairTypeAndPeriod_ShowsThoseNewestFirst(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        for (var i = 0; i < 60; i++)
            await AddAsync(world, Dollar with { On = Today.AddDays(-i), Rate = 15_000 + i });
        await AddAsync(world, Yen);

        var all = await PageAsync(new RateFilter());
        var last = await PageAsync(new RateFilter { Page = 9 });
        var narrowed = await PageAsync(new RateFilter { FromCode = "USD", ToCode = "IDR", Type = RateType.BiMiddle, From = Today.AddDays(-3), Until = Today.AddDays(-2) });
        var stock = await world.AsAsync<RateList, RateStock>(Role.Observer, l => l.StockAsync(default));

        Assert.Equal((61, 50, Today), (all.Total, all.Rows.Count, all.Rows[0].On));
        Assert.Equal((2, 11, "JPY"), (last.Page, last.Rows.Count, last.Rows[^1].FromCode));
        Assert.Equal([15_002m, 15_003m], narrowed.Rows.Select(rate => rate.Rate));
        Assert.Equal(["IDR", "JPY", "USD"], stock.Currencies);
        Assert.Equal(Today, stock.Newest[RateType.BiMiddle]);

        Task<Paged<ExchangeRate>> PageAsync(RateFilter filter) => world.AsAsync<RateList, Paged<ExchangeRate>>(Role.Observer, l => l.PageAsync(filter, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Book_ForADay_HoldsOneRateForEachPairAndSaysWhatIsMissing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        for (var i = 0; i < 40; i++)
            await AddAsync(world, Dollar with { On = Today.AddDays(-i), Rate = 15_725 + i });
        await AddAsync(world, Dollar with { FromCode = "EUR", On = Today.AddDays(-1), Rate = 17_000 });
        await AddAsync(world, Dollar with { FromCode = "SGD", On = Today.AddDays(-11), Rate = 12_000 });
        await AddAsync(world, Yen);
        var (dollar, euro, rupiah) = (Currencies.All["USD"], Currencies.All["EUR"], Currencies.All["IDR"]);

        world.Services.Queries.Reset();
        var book = await LoadAsync(RateType.BiMiddle, Today.AddDays(-2));
        Assert.Equal(1, world.Services.Queries.Count);

        // The worked example of 4.4, at the rate of the day itself, and by way of the rupiah.
        Assert.Equal("IDR 1258160000.00", $"{book.Convert(new Money(80_000_00, dollar), rupiah, Today.AddDays(-2), RateType.BiMiddle).Value.Money}");
        Assert.False(book.Convert(new Money(5, dollar), dollar, Today, RateType.EcbReference).Value.IsConversion);
        var missing = book.Convert(new Money(100, euro), dollar, Today.AddDays(-2), RateType.BiMiddle).Refusals[0];
        Assert.Equal(("rate-missing", "EUR/USD", Today.AddDays(-2)), (missing.Code, missing.Args[0], missing.Args[2])); // the euro's came a day later
        var whole = await LoadAsync(RateType.BiMiddle, Today);
        Assert.Equal(2, whole.Convert(new Money(100_00, euro), dollar, Today, RateType.BiMiddle).Value.Steps.Count);
        var stale = whole.Convert(new Money(100, Currencies.All["SGD"]), rupiah, Today, RateType.BiMiddle).Refusals[0];
        Assert.Equal(("rate-stale", "SGD/IDR", Today.AddDays(-11)), (stale.Code, stale.Args[0], stale.Args[3]));
        var budget = await LoadAsync(RateType.BudgetAssumption, new DateOnly(2023, 12, 31));
        Assert.Equal("IDR 1234000.00", $"{budget.Convert(new Money(10_000, Currencies.All["JPY"]), rupiah, new DateOnly(2023, 12, 31), RateType.BudgetAssumption).Value.Money}");

        Task<RateBook> LoadAsync(RateType type, DateOnly cutOff) =>
            world.AsAsync<RateBooks, RateBook>(Role.Observer, b => b.LoadAsync(["USD", "EUR", "SGD", "JPY"], type, cutOff, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Import_WithAnyFault_ChangesNothingAndTellsEach(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, Dollar);
        const string List = """
            from,to,date,rate,unit,type,source
            USD,IDR,2026-03-03,15720.5,1,BiMiddle,bi.go.id
            USD,IDR,2026-03-04,15726,1,bi-middle,bi.go.id
            XXY,IDR,03/03/2026,1,1,BiMiddle,bi.go.id
            USD,USD,2026-03-03,1,1,BiMiddle,bi.go.id
            EUR,IDR,2026-02-30,1,1,BiMiddle,bi.go.id
            EUR,IDR,2026-03-03,1.500.000,1,BiMiddle,bi.go.id
            EUR,IDR,2026-03-03,1,10,BiMiddle,bi.go.id
            EUR,IDR,2026-03-03,1,1,Kurs,bi.go.id
            EUR,IDR,2026-03-03,1,1,BiMiddle,
            USD,IDR,2026-03-03,15720.5,1,BiMiddle,bi.go.id
            EUR,IDR
            """;

        var check = (await CheckAsync(world, List)).Value;
        var imported = await ImportAsync(world, List);

        Assert.Equal(
            [
                "3 Rate 15726 rate-stored-otherwise", "4 FromCode XXY unknown-currency", "5 ToCode USD rate-same-currency", "6 On 2026-02-30 day-date",
                "7 Rate 1.500.000 rate-number", "8 Unit 10 rate-unit", "9 Type Kurs rate-kind", "10 Source  required", "11 On 2026-03-03 day-twice", "12 Line EUR,IDR rate-line",
            ],
            check.Faults.Select(fault => $"{fault.Line} {fault.Problem.Field} {fault.Value} {fault.Problem.Code}"));
        Assert.Equal("import-faults", Assert.Single(imported.Refusals).Code);
        Assert.Equal(1, await CountAsync(world));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Import_OfASoundList_AddsWhatIsNew(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await AddAsync(world, Dollar);
        const string List = "usd;idr;04/03/2026;15725,0;1;BiMiddle;bi.go.id\nJPY;IDR;2023-01-01;12340;100;budget-assumption;\"Form I; 2023\"";

        var check = (await CheckAsync(world, List)).Value;
        var first = await ImportAsync(world, List);
        var again = await ImportAsync(world, List);

        Assert.Equal((1, 1), (check.Added.Count, check.Known));
        Assert.Equal((1, 0), (first.Value, again.Value));
        Assert.Equal(("JPY", 100, "Form I; 2023"), await world.ReadAsync(db => db.ExchangeRates.Where(r => r.Type == RateType.BudgetAssumption).Select(r => new ValueTuple<string, int, string>(r.FromCode, r.Unit, r.Source)).SingleAsync()));
        Assert.Equal("rates-none", (await CheckAsync(world, "from,to,date,rate,unit,type,source\n")).Value.Faults[0].Problem.Code);
        Assert.Equal("rates-file-too-large", (await CheckAsync(world, new string('x', RateSheet.MaxSize + 1))).Refusals[0].Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ImportEcb_OfAFile_TakesCurrenciesInUseAndPassesOverWhatIsThere(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var (financing, _) = await world.FinanceAsync(code);
        await world.ReadAsync(db => db.Financings.Where(f => f.Id == financing.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.CurrencyCode, "SEK")));
        const string File = "Date,USD,SEK,THB,ROL,IDR,\n2026-04-13,1.1684,10.892,37.728,N/A,20082.05,\n2026-04-10,1.1711,10.836,37.592,N/A,20020.25,\n";

        var first = (await EcbAsync(world, File, takesAll: false)).Value;
        var again = (await EcbAsync(world, File, takesAll: false)).Value;
        var all = (await EcbAsync(world, File, takesAll: true)).Value;

        Assert.Equal((6, 0), (first.Added, first.Known));
        Assert.Equal((0, 6), (again.Added, again.Known));
        Assert.Equal((2, 6), (all.Added, all.Known));
        Assert.Equal(["ROL"], all.PassedOver);
        var rate = await world.ReadAsync(db => db.ExchangeRates.SingleAsync(r => r.ToCode == "IDR" && r.On == new DateOnly(2026, 4, 13)));
        Assert.Equal(("EUR", 20082.05m, 1, RateType.EcbReference, EcbRateFile.Source, 0), (rate.FromCode, rate.Rate, rate.Unit, rate.Type, rate.Source, rate.Version));
        Assert.Equal(
            ["added finance {\"Rates\":[null,6],\"Source\":[null,\"ECB euro foreign exchange reference rates\"]}", "added finance {\"Rates\":[null,2],\"Source\":[null,\"ECB euro foreign exchange reference rates\"]}"],
            await world.ReadAsync(db => db.AuditEntries.Where(e => e.Entity == nameof(ExchangeRate)).OrderBy(e => e.Id).Select(e => $"{e.Action} {e.UserName} {e.Changes}").ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ImportEcb_WithAFaultyLine_ChangesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var file = new StringBuilder("Date,USD,IDR,\n");
        for (var day = new DateOnly(2026, 4, 13); day > new DateOnly(2022, 1, 1); day = day.AddDays(-1))
            file.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},1.1684,20082.05,\n");

        var faulty = (await EcbAsync(world, $"{file}2021-12-31,0,20082.05,\n2021-12-30,1.1,\n", takesAll: true)).Value;
        var none = await EcbAsync(world, "no such file", takesAll: true);

        Assert.Equal(["1565 USD 0 rate-number", "1566 Line 2021-12-30,1.1, rate-columns"], faulty.Faults.Select(fault => $"{fault.Line} {fault.Problem.Field} {fault.Value} {fault.Problem.Code}"));
        Assert.Equal("rate-file-head", Assert.Single(none.Refusals).Code);
        Assert.Equal(0, await CountAsync(world));

        world.Services.Queries.Reset();
        Assert.Equal(3126, (await EcbAsync(world, file.ToString(), takesAll: true)).Value.Added);
        Assert.InRange(world.Services.Queries.Count, 4, 8); // a thousand rates each, and the note in the audit
    }

    private static Task<Outcome<Guid>> AddAsync(World world, RateInput input) => world.AsAsync<SaveRate, Outcome<Guid>>(Role.Finance, s => s.AddAsync(input, default));

    private static Task<Outcome<RateCheck>> CheckAsync(World world, string text) => world.AsAsync<ImportRates, Outcome<RateCheck>>(Role.Finance, i => i.CheckAsync(text, default));

    private static Task<Outcome<int>> ImportAsync(World world, string text) => world.AsAsync<ImportRates, Outcome<int>>(Role.Finance, i => i.ImportAsync(text, default));

    private static Task<Outcome<EcbImported>> EcbAsync(World world, string file, bool takesAll) =>
        world.AsAsync<ImportEcbRates, Outcome<EcbImported>>(Role.Finance, i => i.HandleAsync(() => new StringReader(file), takesAll, default));

    private static Task<int> CountAsync(World world) => world.ReadAsync(db => db.ExchangeRates.CountAsync());
}
