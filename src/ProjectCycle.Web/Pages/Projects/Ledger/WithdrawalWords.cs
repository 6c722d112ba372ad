using System.Globalization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>Puts what is said of applications into sentences.</summary>
public static class WithdrawalWords
{
    /// <summary>The sentence of a warning.</summary>
    public static string Sentence(this Texts texts, WithdrawalWarning warning) => texts[$"withdrawal-warning.{warning.Kind}", warning.Args];

    /// <summary>"Decision by KfW", "second signature by a signatory".</summary>
    public static string Waits(this Texts texts, WithdrawalWait wait, string donor) => texts["withdrawal.waits-for", texts.Enum(wait.For), wait.From == WaitParty.Donor ? donor : texts.Enum(wait.From)];

    /// <summary>"1 USD = 15,725 IDR", as it was quoted; a dash where nothing was converted.</summary>
    public static string Rate(BookedRate rate, string from, string to)
    {
        if (rate.Type is null)
            return Show.Nothing;
        var (one, many) = rate.IsInverse ? (to, from) : (from, to);
        return $"{rate.Unit.ToString(CultureInfo.CurrentCulture)}\u00a0{one} = {rate.Rate.ToString("#,0.##########", CultureInfo.CurrentCulture)}\u00a0{many}";
    }

    /// <summary>What kind of rate of which day, and from where, for who points at it.</summary>
    public static string RateNote(this Texts texts, BookedRate rate) =>
        rate.Type is { } type ? $"{texts["withdrawal.rate-note", texts.Enum(type), rate.On]}{(rate.Source == "" ? "" : $" ({rate.Source})")}" : "";

    /// <summary>"80%", "33.3333%".</summary>
    public static string Percent(decimal share) => $"{(share * 100).ToString("0.####", CultureInfo.CurrentCulture)}%";

    /// <summary>Icon and colour class of a state.</summary>
    public static (string Icon, string Tone) Mark(WithdrawalState state) => state switch
    {
        WithdrawalState.Queried => ("question-circle", "state-on-hold"),
        WithdrawalState.Returned => ("arrow-return-left", "state-on-hold"),
        WithdrawalState.Rejected or WithdrawalState.Cancelled => ("slash-circle", "state-dropped"),
        WithdrawalState.Paid or WithdrawalState.Noticed or WithdrawalState.Reconciled or WithdrawalState.Closed => ("check2", "state-closed"),
        WithdrawalState.Draft => ("pencil", ""),
        WithdrawalState.Approved or WithdrawalState.PartlyPaid => ("cash-coin", ""),
        _ => ("hourglass-split", ""),
    };
}
