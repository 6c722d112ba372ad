using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Rates;

namespace ProjectCycle.Features.Demo;

/// <summary>The rates of the demo: real ones of the ECB, the assumptions of a real budget (domain.md 4.5), and samples that make sums up to now.</summary>
internal sealed class DemoRates(ImportEcbRates ecb, SaveRate rates, DemoClock clock)
{
    /// <summary>Days from today on which they are entered.</summary>
    public const int EnteredOn = -20;

    /// <summary>Rupiah for so many of each, as the form writes them.</summary>
    private static readonly (string Code, decimal Rate, int Unit)[] Assumptions = [("USD", 14_550, 1), ("EUR", 16_481, 1), ("JPY", 12_340, 100), ("KRW", 12_300, 1000)];

    /// <summary>Imports the file and enters the assumptions; a refusal is a mistake here and throws.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        if ((await ecb.HandleAsync(Open, takesAll: true, cancellation)).Value.Faults is [var fault, ..])
            throw new InvalidOperationException($"Line {fault.Line} of the demo's rates: {fault.Problem.Code}.");
        foreach (var (code, rate, unit) in Assumptions)
        {
            var input = new RateInput
            {
                FromCode = code,
                ToCode = "IDR",
                On = new DateOnly(2023, 1, 1),
                Type = RateType.BudgetAssumption,
                Rate = rate,
                Unit = unit,
                Source = "Kementerian Keuangan, Form I, APBN 2023",
            };
            _ = (await rates.AddAsync(input, cancellation)).Value;
        }
    }

    /// <summary>
    /// Rupiah for dollars and euros at the end of each of the last thirty months, and of the day: made up and marked so, since the ECB's
    /// file ends before today and without a rate of the day nothing is converted.
    /// </summary>
    public async Task FillSamplesAsync(CancellationToken cancellation)
    {
        var today = clock.Today.AddDays(DemoContracts.EnteredOn - 3);
        var first = new DateOnly(today.Year, today.Month, 1);
        for (var months = 30; months >= 0; months--)
        {
            var on = months == 0 ? today : first.AddMonths(1 - months).AddDays(-1);
            foreach (var (code, start, step) in new[] { ("USD", 15_900m, 20m), ("EUR", 17_000m, 25m) })
            {
                var input = new RateInput { FromCode = code, ToCode = "IDR", On = on, Type = RateType.BiMiddle, Rate = start + (step * (30 - months)), Source = "Contoh; bukan kurs BI" };
                _ = (await rates.AddAsync(input, cancellation)).Value;
            }
        }
    }

    private static StreamReader Open() => new(typeof(DemoRates).Assembly.GetManifestResourceStream("ProjectCycle.Features.Demo.Rates.ecb-sample.csv")!);
}
