namespace ProjectCycle.Domain.Money;

/// <summary>
/// The active currencies of ISO 4217 with their minor units. From datasets/currency-codes (PDDL), the list of 2026.
/// XDR, the IMF's unit in which ADB and the World Bank lend, has no minor unit there and counts two decimals here.
/// </summary>
public static class Currencies
{
    private const string With0 = """
        BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
        """;

    private const string With2 = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
        CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
        KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
        NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
        TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG XDR YER ZAR ZMW ZWG
        """;

    private const string With3 = """
        BHD IQD JOD KWD LYD OMR TND
        """;

    private const string With4 = """
        CLF UYW
        """;

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyDictionary<string, Currency> All { get; } = new[]
        {
            (Codes: With0, MinorUnit: 0), (Codes: With2, MinorUnit: 2), (Codes: With3, MinorUnit: 3), (Codes: With4, MinorUnit: 4),
        }
        .SelectMany(group => group.Codes
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(code => new Currency(code, group.MinorUnit)))
        .OrderBy(currency => currency.Code, StringComparer.Ordinal)
        .ToDictionary(currency => currency.Code);

    /// <summary>The currency with this code, or null.</summary>
    public static Currency? Find(string? code) =>
        code is not null && All.TryGetValue(code, out var currency) ? currency : null;
}
