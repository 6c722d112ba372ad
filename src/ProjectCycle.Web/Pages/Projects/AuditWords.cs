using System.Globalization;
using System.Text.Json;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Money;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A field of an audit entry before and after, in words.</summary>
public sealed record AuditChange(string Field, string Before, string After);

/// <summary>Puts audit entries into words: names for ids, words for codes, dates and money as everywhere else.</summary>
public sealed class AuditWords(IReadOnlyDictionary<Guid, string> names, IReadOnlyList<CycleTemplate> templates, Texts texts, Show show)
{
    private const string Amount = "MinorUnits";
    private const string Currency = "Currency";

    /// <summary>Fields that say nothing beside the others; nor does the currency of an amount.</summary>
    private static readonly HashSet<string> Hidden = ["ProjectId", "Gate", "Offsets", "MoveId", "RoundId", "DeadlineId", "ProjectionId", "RatingId", "FileHash"];

    /// <summary>From 0 to 1.</summary>
    private static readonly HashSet<string> Shares = ["Percentage", "RetentionPercentage", "PhysicalProgress"];

    /// <summary>The words of a field's values, by entity or for all.</summary>
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["State"] = "state",
        ["ResumeTo"] = "state",
        ["From"] = "state",
        ["To"] = "state",
        ["StageCode"] = "state",
        ["Outcome"] = "decision-outcome",
        ["Role"] = "partner-role",
        ["StageMove.Kind"] = "move-kind",
        ["ProjectAmount.Kind"] = "amount-kind",
        ["Party"] = "obstacle-party",
        ["NeedMapEntry.Kind"] = "map-kind",
        ["NeedMapEntry.Sought"] = "wants",
        ["AlignmentEntry.Plan"] = "plan-kind",
        ["AlignmentEntry.Fit"] = "plan-fit",
        ["RequirementAnswer.Answer"] = "requirement-state",
        ["PartnerCandidate.Kind"] = "candidate-kind",
        ["LetterOfIntent.State"] = "letter-state",
        ["CooperationField.Outcome"] = "field-outcome",
        ["ProjectActor.Kind"] = "actor-kind",
        ["TeamTask.Kind"] = "team-task-kind",
        ["Study.Kind"] = "study-kind",
        ["StudyPoint.Kind"] = "study-kind",
        ["Verdict"] = "study-verdict",
        ["ReadinessMark.State"] = "readiness-state",
        ["UnitPosition.Kind"] = "position-kind",
        ["ProjectRisk.Kind"] = "risk-kind",
        ["Response"] = "risk-response",
        ["LegalDraft.Kind"] = "legal-draft-kind",
        ["DraftState"] = "legal-draft-state",
        ["PartCode"] = "work",
        ["NegotiationPosition.Subject"] = "negotiation-subject",
        ["NegotiationPosition.Outcome"] = "position-outcome",
        ["Side"] = "negotiation-side",
        ["WithdrawalApplication.State"] = "withdrawal-state",
        ["WithdrawalApplication.Procedure"] = "withdrawal-procedure",
        ["DisallowedFor"] = "ineligible-reason",
        ["Rate.Type"] = "rate-type",
        ["ChargedRate.Type"] = "rate-type",
        ["RupiahRate.Type"] = "rate-type",
        ["Contract.State"] = "contract-state",
        ["Method"] = "procurement-method",
        ["Review"] = "review-type",
        ["Guarantee.Kind"] = "guarantee-kind",
        ["PaidFrom"] = "payment-source",
        ["Financing.Kind"] = "financing-kind",
        ["AmountChange.Kind"] = "amount-change-kind",
        ["CounterpartYear.Kind"] = "counterpart-kind",
        ["Covenant.Kind"] = "covenant-kind",
        ["Covenant.State"] = "covenant-state",
        ["Basis"] = "tax-basis",
        ["AdvanceAccount.Kind"] = "advance-account-kind",
        ["StatementLine.Kind"] = "statement-line-kind",
        ["Projection.Kind"] = "projection-kind",
        ["Scale"] = "rating-scale",
        ["RatingGrade.Criterion"] = "rating-criterion",
    };

    /// <summary>Amounts of the ledger in minor units, with the field that holds their currency; those of all other rows are <see cref="Amount"/>.</summary>
    private static readonly Dictionary<string, string> LedgerAmounts = new()
    {
        ["MinorUnits"] = "CurrencyCode",
        ["MinimumApplication"] = "CurrencyCode",
        ["SoeCeiling"] = "SoeCurrencyCode",
        ["Pledged"] = "CurrencyCode",
        ["Budgeted"] = "CurrencyCode",
        ["Realised"] = "CurrencyCode",
        ["Advance"] = "CurrencyCode",
        ["Gross"] = "CurrencyCode",
        ["Tax"] = "CurrencyCode",
        ["Retention"] = "CurrencyCode",
        ["AdvanceRecovered"] = "CurrencyCode",
        ["Ceiling"] = "CurrencyCode",
        ["Amount"] = "CurrencyCode",
        ["Balance"] = "CurrencyCode",
        ["Advanced"] = "CurrencyCode",
        ["Liquidated"] = "CurrencyCode",
        ["BankBalance"] = "CurrencyCode",
        ["Submitted"] = "CurrencyCode",
        ["PaidNotClaimed"] = "CurrencyCode",
        ["SubAccounts"] = "CurrencyCode",
        ["BankCharges"] = "CurrencyCode",
        ["Interest"] = "CurrencyCode",
        ["Cumulative"] = "CurrencyCode",
    };

    /// <summary>"Project", "Deadline" …, and what was done to it.</summary>
    public string Headline(AuditEntry entry) =>
        texts[$"history.action.{entry.Action}", Texts.Has($"history.entity.{entry.Entity}") ? texts[$"history.entity.{entry.Entity}"] : entry.Entity];

    /// <summary>The fields that changed; for rows named by what they join, also who or what that is.</summary>
    public IReadOnlyList<AuditChange> Changes(AuditEntry entry)
    {
        var fields = Read(entry).ToList();
        var changes = fields.Where(f => !IsHidden(f.Field) && !(IsNothing(f.Before) && IsNothing(f.After)) && !IsContext(f.Before, f.After)).Select(f => new AuditChange(
            FieldName(f.Field),
            Value(entry, f.Field, f.Before, CurrencyOf(f.Field).Before),
            Value(entry, f.Field, f.After, CurrencyOf(f.Field).After))).ToList();
        if (entry.Entity == "ProjectPartner")
            changes.Insert(0, Joined(entry));
        if (entry.Entity == "CandidateScore")
            changes.Insert(0, Scored(entry));
        return changes;

        // The currency stands beside its amount: "OurCurrency" beside "OurMinorUnits", "CurrencyCode" beside all of the ledger.
        (string Field, JsonElement Before, JsonElement After) CurrencyOf(string field) =>
            LedgerAmounts.TryGetValue(field, out var own) && fields.FirstOrDefault(f => f.Field == own) is { Field: not null } named ? named
            : fields.FirstOrDefault(f => IsAmount(field) && f.Field == (field.EndsWith(Amount, StringComparison.Ordinal) ? field[..^Amount.Length] : "") + Currency);
    }

    /// <summary>A score's key is candidate/criterion: without it nobody knew which of them changed.</summary>
    private AuditChange Scored(AuditEntry entry)
    {
        var parts = entry.EntityId.Split('/');
        var who = Guid.TryParse(parts[0], out var id) ? names.GetValueOrDefault(id, "") : "";
        var what = $"{CriterionName(parts.ElementAtOrDefault(1) ?? "")}{(who == "" ? "" : $" ({who})")}";
        return entry.Action == "removed" ? new(texts["history.field.CriterionCode"], what, "") : new(texts["history.field.CriterionCode"], "", what);
    }

    private string CriterionName(string code) =>
        ReferenceData.Criteria.FirstOrDefault(criterion => criterion.Code == code) is { } criterion ? show.Text(criterion.Name) : code;

    /// <summary>A partner's part is its key, project/partner/role, and has no other fields.</summary>
    private AuditChange Joined(AuditEntry entry)
    {
        var parts = entry.EntityId.Split('/');
        var who = Guid.TryParse(parts.ElementAtOrDefault(1), out var id) && names.TryGetValue(id, out var name) ? name : entry.EntityId;
        var role = parts.ElementAtOrDefault(2) is { } part && Texts.Has($"partner-role.{part}") ? $" ({texts[$"partner-role.{part}"]})" : "";
        return entry.Action == "removed" ? new(texts["project.head.partner"], who + role, "") : new(texts["project.head.partner"], "", who + role);
    }

    private string FieldName(string field) => Texts.Has($"history.field.{field}") ? texts[$"history.field.{field}"] : field;

    private string Value(AuditEntry entry, string field, JsonElement value, JsonElement currency)
    {
        if (IsNothing(value))
            return "";
        if (IsAmount(field) && currency.ValueKind == JsonValueKind.String && Currencies.Find(currency.GetString()) is { } known)
            return show.Money(new Money(value.GetInt64(), known));
        if (Shares.Contains(field) && value.ValueKind == JsonValueKind.Number)
            return show.AgreedShare(value.GetDecimal());
        return value.ValueKind switch
        {
            JsonValueKind.Number when field == "Year" => value.ToString(),
            JsonValueKind.String => Word(entry, field, value.GetString()!),
            JsonValueKind.Number when value.TryGetInt64(out var number) => field == "Size" ? show.FileSize(number) : show.Number(number),
            JsonValueKind.True => texts["form.yes"],
            JsonValueKind.False => texts["form.no"],
            _ => value.ToString(),
        };
    }

    private string Word(AuditEntry entry, string field, string text)
    {
        if (Guid.TryParse(text, out var id))
            return names.GetValueOrDefault(id, text);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return show.Date(date);
        if (field.EndsWith("At", StringComparison.Ordinal) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at))
            return show.Instant(at);
        if (field == "CountryCode")
            return show.Country(text);
        if (field == "RegionCode")
            return ReferenceData.RegionName(text);
        if ((field == "ObstacleCode" || (entry.Entity == "Obstacle" && field == "Code")) && ReferenceData.Obstacles.TryGetValue(text, out var obstacle))
            return $"{text} {show.Text(obstacle.Name)}";
        if (field == "Criterion" && ReferenceData.ReadinessCriteria.TryGetValue(text, out var criterion))
            return show.Text(criterion.Name);
        if (entry.Entity == "RatingGrade" && field == "Grade")
            return RatingWords.Grade(texts, text);
        if (OfTemplate(field, text) is { } worded)
            return show.Text(worded);
        if (field is "PointCode" or "ListCode")
            return ReferenceData.Requirements.SelectMany(l => l.Points.Select(p => (p.Code, p.Name)).Append((l.Code, l.Name))).FirstOrDefault(one => one.Code == text).Name is { } point ? show.Text(point) : text;
        return (Lists.GetValueOrDefault($"{entry.Entity}.{field}") ?? Lists.GetValueOrDefault(field)) is { } list
            ? string.Join(", ", text.Split(", ").Select(one => Texts.Has($"{list}.{one}") ? texts.Code(list, one) : one)) // several of a list stand in one column
            : text;
    }

    private LocalText? OfTemplate(string field, string code) => field switch
    {
        "AuthorityCode" => templates.SelectMany(t => t.Authorities).FirstOrDefault(a => a.Code == code)?.Name,
        "ItemCode" => templates.SelectMany(t => t.Checklist).FirstOrDefault(i => i.Code == code)?.Text,
        "KindCode" => templates.SelectMany(t => t.DocumentKinds).FirstOrDefault(k => k.Code == code)?.Name,
        "RuleCode" => templates.SelectMany(t => t.States).SelectMany(s => s.Deadlines).FirstOrDefault(d => d.Code == code)?.Name,
        _ => null,
    };

    private static bool IsHidden(string field) => Hidden.Contains(field) || field.EndsWith(Currency, StringComparison.Ordinal);

    private static bool IsAmount(string field) => field.EndsWith(Amount, StringComparison.Ordinal) || LedgerAmounts.ContainsKey(field);

    /// <summary>Stands there for the amounts beside it.</summary>
    private static bool IsContext(JsonElement before, JsonElement after) =>
        before.ValueKind == after.ValueKind && before.ValueKind != JsonValueKind.Undefined && before.GetRawText() == after.GetRawText();

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || (value.ValueKind == JsonValueKind.String && value.GetString() == "");

    private static IEnumerable<(string Field, JsonElement Before, JsonElement After)> Read(AuditEntry entry)
    {
        using var changes = JsonDocument.Parse(entry.Changes);
        foreach (var property in changes.RootElement.EnumerateObject())
            yield return (property.Name, property.Value[0].Clone(), property.Value[1].Clone());
    }
}
