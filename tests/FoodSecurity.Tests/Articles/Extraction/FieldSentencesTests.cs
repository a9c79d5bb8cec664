using FoodSecurity.Articles;

namespace FoodSecurity.Tests.Articles.Extraction;

/// <summary>Sentences of the kinds articles on harvests and hunger are made of: two meanings of one word, several foods and figures, units, parts of the whole, ratios.</summary>
public class FieldSentencesTests
{
    [Theory]
    [InlineData("Food prices in Kenya rose between April and May.", "KEN food price Rise in 2023-04/2023-05")]
    [InlineData("Maize prices in Turkey may rise.", "TUR maize price Possible Rise")]
    [InlineData("Maize output may fall in Kenya in 2024.", "KEN maize item-output Possible Fall in 2024/2024")]
    [InlineData("Turkey's wheat output rose by 11 percent in 2023.", "TUR wheat item-output Rise 11 percent in 2023/2023")]
    [InlineData("Anita Rice said food prices rose in 2022.", "food price Rise in 2022/2022")]
    [InlineData("Polish wheat exports rose by 11 percent in 2022.", "POL wheat exports Rise 11 percent in 2022/2022")]
    [InlineData("Sudan produced sorghum, millet and wheat at 4.1 million tonnes in 2023.", "SDN item-output Level 4100000 t in 2023/2023")]
    [InlineData(
        "Kenya imported 4.5 million tonnes of cereals in 2022, including 2.6 million tonnes of wheat.",
        "KEN cereals imports Level 4500000 t in 2022/2022|KEN wheat imports Level 2600000 t in 2022/2022"
    )]
    [InlineData(
        "Undernourishment in Ethiopia fell from 31 to 22 percent between 2010 and 2020.",
        "ETH undernourishment Fall to 22 percent in 2010/2020"
    )]
    [InlineData("Zambia's maize exports fell to zero in 2024.", "ZMB maize exports Fall to 0 t in 2024/2024")]
    [InlineData(
        "Hundreds of thousands of people in Somalia faced hunger in 2022.",
        "SOM undernourishment Level 200000-1000000 people in 2022/2022"
    )]
    [InlineData(
        "Tens of millions of people in Ethiopia were undernourished in 2022.",
        "ETH undernourishment Level 20000000-100000000 people in 2022/2022"
    )]
    [InlineData(
        "Maize prices in Kenya doubled, then halved in 2022.",
        "KEN maize price Rise 2 times in 2022/2022|KEN maize price Fall 50 percent in 2022/2022"
    )]
    [InlineData(
        "Maize and sorghum output in Kenya fell by 4 percent and 9 percent respectively in 2022.",
        "KEN maize item-output Fall 4 percent in 2022/2022|KEN sorghum item-output Fall 9 percent in 2022/2022"
    )]
    [InlineData(
        "Grain output in both Koreas fell in 2022.",
        "PRK cereals cereal-output Fall in 2022/2022|KOR cereals cereal-output Fall in 2022/2022"
    )]
    [InlineData("Rice output rose in Niger, not Nigeria, in 2022.", "NER rice item-output Rise in 2022/2022")]
    [InlineData(
        "Wheat output in Kenya, which may rise next year, fell by 3 per cent in 2022.",
        "KEN wheat item-output Fall 3 percent in 2022/2022"
    )]
    [InlineData(
        "Wheat output in Kenya, which analysts expect to rise next year, fell by 3 per cent in 2022.",
        "KEN wheat item-output Fall 3 percent in 2022/2022"
    )]
    [InlineData("Somalia narrowly averted famine in 2022.", "SOM famine Negated Famine in 2022/2022")]
    [InlineData("Five million people in Sudan are one step from famine.", "SDN acute-food-insecurity Level 5000000 people in 2023/2023")]
    [InlineData("Famine was averted in Somalia in 2022.", "SOM famine Negated Famine in 2022/2022")]
    [InlineData("Somalia escaped famine in 2022.", "SOM famine Negated Famine in 2022/2022")]
    [InlineData("Somalia is at risk of famine.", "SOM famine Possible Famine")]
    [InlineData("Maize output in Kenya will fall in 2024 if the rains fail.", "KEN maize item-output Conditional Fall in 2024/2024")]
    [InlineData("Did Kenya's maize harvest fall in 2022?", "KEN maize item-output Asked Fall in 2022/2022")]
    [InlineData("Kenya's maize imports did not rise in 2022.", "KEN maize imports Negated Rise in 2022/2022")]
    [InlineData(
        "Had the rains come, Kenya's maize output would have risen in 2022.",
        "KEN maize item-output Conditional Rise in 2022/2022"
    )]
    [InlineData("Ethiopia plans to raise wheat output to 10 million tonnes in 2024.", "ETH wheat item-output Aim 10000000 t in 2024/2024")]
    [InlineData("Kenya's maize output was 44 million 90-kg bags in 2022.", "KEN maize item-output Level 3960000 t in 2022/2022")]
    [InlineData("Kenya's maize output was 44 million bags of 90 kg in 2022.", "KEN maize item-output Level 3960000 t in 2022/2022")]
    [InlineData("Kenya's maize output was 44 million bags in 2022.", "KEN maize item-output Level 44000000 bags in 2022/2022")]
    [InlineData("US corn production reached 15.3 billion bushels in 2022.", "USA maize item-output Level 388637942.616 t in 2022/2022")]
    [InlineData("US wheat production was 1.65 billion bushels in 2022.", "USA wheat item-output Level 44905644.63 t in 2022/2022")]
    [InlineData("US soybean production was 4.3 billion bushels in 2022.", "USA soybeans item-output Level 117026831.46 t in 2022/2022")]
    [InlineData("US corn yields were 173 bushels per acre in 2022.", "USA maize yield Level 10.8588 t-per-ha in 2022/2022")]
    [InlineData("Ethiopia harvested 150 million quintals of wheat in 2022.", "ETH wheat item-output Level 15000000 t in 2022/2022")]
    [InlineData("Wheat yields in Ethiopia were 30 quintals per hectare in 2022.", "ETH wheat yield Level 3 t-per-ha in 2022/2022")]
    [InlineData("India's wheat yield was 14 quintals per acre in 2020.", "IND wheat yield Level 3.4595 t-per-ha in 2020/2020")]
    [InlineData("Pakistan's wheat output was 700 million maunds in 2022.", "PAK wheat item-output Level 28000000 t in 2022/2022")]
    [InlineData("Wheat yields in Pakistan were 28 maunds per acre in 2022.", "PAK wheat yield Level 2.7676 t-per-ha in 2022/2022")]
    [InlineData("India's wheat output was 11 crore tonnes in 2022.", "IND wheat item-output Level 110000000 t in 2022/2022")]
    [InlineData("Bangladesh imported 9 lakh tonnes of rice in 2022.", "BGD rice imports Level 900000 t in 2022/2022")]
    [InlineData("US rice output was 160 million hundredweight in 2022.", "USA rice item-output Level 7257477.92 t in 2022/2022")]
    [InlineData("Egypt's wheat yield was 19 ardebs per feddan in 2022.", "EGY wheat yield Level 6.7857 t-per-ha in 2022/2022")]
    [InlineData("Egypt's wheat yield was 2.8 tonnes per feddan in 2022.", "EGY wheat yield Level 6.6667 t-per-ha in 2022/2022")]
    [InlineData("Egypt planted 3.6 million feddans of wheat in 2022.", "EGY wheat area-planted Level 1512000 ha in 2022/2022")]
    [InlineData("Thailand's rice yield was 450 kg per rai in 2022.", "THA rice yield Level 2812.5 kg-per-ha in 2022/2022")]
    [InlineData("China's rice yield was 470 kg per mu in 2022.", "CHN rice yield Level 7050 kg-per-ha in 2022/2022")]
    [InlineData("Nicaragua planted 400,000 manzanas of maize in 2022.", "NIC maize area-planted Level 280000 ha in 2022/2022")]
    [InlineData("Iraq planted 8 million dunums of wheat in 2022.", "IRQ wheat area-planted Level 2000000 ha in 2022/2022")]
    [InlineData("Malawi's maize output was 70 million 50-kg bags in 2022.", "MWI maize item-output Level 3500000 t in 2022/2022")]
    [InlineData("Average food supply in Yemen was 2,100 kcal per person per day in 2021.", "YEM food-supply Level 2100 kcal in 2021/2021")]
    [InlineData(
        "Rations in North Korea were cut to 300 grams per person a day in 2019.",
        "PRK rations Fall to 300 g-per-person-day in 2019/2019"
    )]
    [InlineData("Maize cost 45 shillings per kg in Kenya in 2022.", "KEN maize price Level 45 local-per-kg in 2022/2022")]
    [InlineData("Rice cost 0.6 dollars a kg in Bangladesh in 2022.", "BGD rice price Level 0.6 USD-per-kg in 2022/2022")]
    [InlineData("Wheat flour cost $1.20 per kg in Yemen in 2022.", "YEM wheat-flour price Level 1.2 USD-per-kg in 2022/2022")]
    [InlineData("Kenya's coffee output was 800,000 sacks in 2022.", "KEN coffee item-output Level 48000 t in 2022/2022")]
    [InlineData("Half of the people in Haiti do not have enough to eat.", "HTI food-access Level 50 percent in 2023/2023")]
    [InlineData("Two thirds of people in Nigeria cannot afford a healthy diet.", "NGA food-access Level 66.7 percent in 2023/2023")]
    [InlineData("Kenya's food import bill rose by 20 percent in 2022.", "KEN imports Rise 20 percent in 2022/2022")]
    [InlineData("WFP cut rations by half in Chad in 2023.", "TCD rations Fall 50 percent in 2023/2023")]
    [InlineData("Sudan received 90,000 tonnes of food aid in 2022.", "SDN food-aid Level 90000 t in 2022/2022")]
    [InlineData("Donors pledged 30,000 tonnes of wheat for Yemen in 2022.", "YEM wheat food-aid Aim 30000 t in 2022/2022")]
    [InlineData("Post-harvest losses in Kenya reached 30 percent in 2022.", "KEN crop-losses Level 30 percent in 2022/2022")]
    [InlineData("Drought killed 2.6 million livestock in Kenya in 2022.", "KEN livestock livestock-losses Level 2600000 head in 2022/2022")]
    [InlineData(
        "WFP fed 1.2 million displaced people in Sudan in 2022.",
        "SDN food-aid Level 1200000 people in 2022/2022 of Actor WFP fed of Group displaced people"
    )]
    [InlineData("A third of children in Yemen were underweight in 2022.", "YEM malnutrition Level 33.3 percent in 2022/2022")]
    [InlineData("Stunting in Pakistan fell to 34 percent in 2022.", "PAK stunting Fall to 34 percent in 2022/2022")]
    [InlineData("Wasting in Yemen rose to 16 percent in 2022.", "YEM wasting Rise to 16 percent in 2022/2022")]
    [InlineData(
        "About 5.4 million people in Kenya were in IPC Phase 3 or worse in 2022.",
        "KEN acute-food-insecurity Level 5400000 people in 2022/2022"
    )]
    [InlineData(
        "About 774,000 people in Kenya were in IPC Phase 4 (Emergency) in 2022.",
        "KEN acute-food-insecurity Level 774000 people in 2022/2022"
    )]
    [InlineData("Indonesia was self-sufficient in rice in 2022.", "IDN rice self-sufficiency Level 100 percent in 2022/2022")]
    [InlineData("Haiti imports more rice than it grows.", "HTI rice imports Above in 2022/2022")]
    [InlineData("Haiti grows less than half of the rice it eats.", "HTI rice self-sufficiency Level 50 percent in 2023/2023")]
    [InlineData("Haiti imports 80 percent of its rice.", "HTI rice import-dependency Level 80 percent in 2023/2023")]
    [InlineData("Imports cover a third of Kenya's wheat needs.", "KEN wheat import-dependency Level 33.3 percent in 2023/2023")]
    [InlineData(
        "The strategic grain reserve in Zambia fell to 100,000 tonnes in 2024.",
        "ZMB cereals stocks Fall to 100000 t in 2024/2024 of Actor strategic grain reserve"
    )]
    [InlineData(
        "Egypt bought 480,000 tonnes of Russian wheat at a tender in 2022.",
        "EGY wheat imports Level 480000 t in 2022/2022 of Partner Russian of PartOfYear at a tender"
    )]
    [InlineData(
        "In North Darfur the sorghum harvest of 2022 was 60 percent below average.",
        "SDN sorghum item-output Below 60 percent in 2022/2022 of Place North Darfur"
    )]
    [InlineData("Kenya's maize crop was the largest in two decades.", "KEN maize item-output Highest in 2022/2022")]
    [InlineData(
        "In Kassala State, Sudan's sorghum output fell by 40 percent in 2022.",
        "SDN sorghum item-output Fall 40 percent in 2022/2022 of Place Kassala State"
    )]
    [InlineData(
        "Sorghum output in eastern Sudan fell by 40 percent in 2022.",
        "SDN sorghum item-output Fall 40 percent in 2022/2022 of Place eastern Sudan"
    )]
    [InlineData(
        "Maize output in the north of Nigeria fell in 2022.",
        "NGA maize item-output Fall in 2022/2022 of Place the north of Nigeria"
    )]
    [InlineData(
        "WFP delivered 40,000 tonnes of food aid to Yemen in 2022.",
        "YEM food-aid Level 40000 t in 2022/2022 of Actor WFP delivered"
    )]
    [InlineData(
        "Irrigated schemes in Sudan produced 600,000 tonnes of wheat in 2022.",
        "SDN wheat item-output Level 600000 t in 2022/2022 of Place Irrigated schemes"
    )]
    [InlineData(
        "Kenya imported 500,000 tonnes of maize from Tanzania in 2022.",
        "KEN maize imports Level 500000 t in 2022/2022 of Partner Tanzania"
    )]
    [InlineData(
        "Kenya imported 500,000 tonnes of maize in the first quarter of 2023.",
        "KEN maize imports Level 500000 t in 2023-01/2023-03 of PartOfYear in the first quarter of 2023"
    )]
    [InlineData(
        "Ukraine exported 9 million tonnes of wheat to Egypt, Turkey and Spain in 2022.",
        "UKR wheat exports Level 9000000 t in 2022/2022 of Partner Egypt"
    )]
    [InlineData(
        "In Turkana and Mandera, 600,000 people were in IPC Phase 3 or worse in 2022.",
        "KEN acute-food-insecurity Level 600000 people in 2022/2022 of Place Turkana and Mandera"
    )]
    [InlineData("Stunting in rural Pakistan was 40 percent in 2022.", "PAK stunting Level 40 percent in 2022/2022 of Place rural Pakistan")]
    [InlineData(
        "Boro rice output in Bangladesh rose to 20 million tonnes in 2022.",
        "BGD rice item-output Rise to 20000000 t in 2022/2022 of PartOfYear Boro rice"
    )]
    [InlineData("Ethiopia imports more wheat than it grows.", "ETH wheat imports Above in 2022/2022")]
    [InlineData("Haiti grows less than half of what it eats.", "HTI self-sufficiency Level 50 percent in 2023/2023")]
    [InlineData("Haiti relies on imports for 80 percent of its rice.", "HTI rice import-dependency Level 80 percent in 2023/2023")]
    [InlineData("Egypt imports about half of its wheat.", "EGY wheat import-dependency Level 50 percent in 2023/2023")]
    [InlineData("Kenya produced 80 percent of its maize needs in 2022.", "KEN maize self-sufficiency Level 80 percent in 2022/2022")]
    [InlineData("Zimbabwe's maize crop of 2022 was the second-lowest since 2001.", "ZWE maize item-output Lowest in 2022/2022")]
    [InlineData("Guatemala's maize harvest was 35 million quintals in 2022.", "GTM maize item-output Level 1610000 t in 2022/2022")]
    [InlineData(
        "Kenya's area harvested contracted to 685 000 hectares in 2022, from 1.4 million hectares a year earlier.",
        "KEN area-harvested Fall to 685000 ha in 2022/2022"
    )]
    [InlineData(
        "In Sindh, growers brought in 18 maunds of paddy per acre in 2022.",
        "PAK rice yield Level 1.7792 t-per-ha in 2022/2022 of Place Sindh"
    )]
    [InlineData(
        "Wheat imports in Kenya were 3 million tonnes in 2022/23; in the following season these purchases were reduced by half.",
        "KEN wheat imports Level 3000000 t in 2022/2023|KEN wheat imports Fall 50 percent"
    )]
    [InlineData(
        "Wheat did worse in Kenya: in 2022 the crop was 16 percent smaller than the previous one.",
        "KEN wheat item-output Fall 16 percent in 2022/2022"
    )]
    [InlineData(
        "It was Zambia, not Zimbabwe, that exported 500 000 tonnes of maize in 2022.",
        "ZMB maize exports Level 500000 t in 2022/2022"
    )]
    [InlineData(
        "The World Food Programme counted 6.3 million food-insecure people in Sri Lanka in May 2022.",
        "LKA food-insecurity Level 6300000 people in 2022-05/2022-05"
    )]
    [InlineData("Thanks to good rains, Kenya no longer imports maize.", "KEN maize imports Negated None in 2022/2022")]
    [InlineData(
        "The wheat area in Kenya tripled to 44,000 hectares in 2022.",
        "KEN wheat area-harvested Rise 3 times to 44000 ha in 2022/2022"
    )]
    public void Sentences_of_the_field_are_read_whole(string sentence, string expected) =>
        string.Join(
                '|',
                FirstArticleTests
                    .Extraction.Value.Propose(new ArticleText(sentence, new DateOnly(2023, 9, 15)))
                    .Select(p => GoldScore.Record(p.Claim) + string.Concat(p.Claim.Scope.Select(s => $" of {s.Kind} {s.Text}")))
            )
            .ShouldBe(expected);

    [Theory]
    [InlineData("Thousands march against hunger in Kenya in March 2023.")]
    [InlineData("Farmers polish rice in Thailand.")]
    [InlineData("The government of Egypt raised bread subsidies by 10 percent in 2022.")]
    [InlineData("Farmers in Ethiopia lack seeds.")]
    [InlineData("Diesel costs 10,000 pounds a litre in Idlib.")]
    [InlineData("Soybean futures closed 11 cents lower on Friday.")]
    public void What_says_nothing_of_food_is_left_alone(string sentence) =>
        FirstArticleTests.Extraction.Value.Propose(new ArticleText(sentence, new DateOnly(2023, 9, 15))).ShouldBeEmpty();

    [Fact]
    public void A_person_called_like_a_country_is_none_and_no_country_before_takes_its_place() =>
        FirstArticleTests
            .Extraction.Value.Propose(
                new ArticleText(
                    "Food prices rose in Kenya in 2021. Michael Jordan said food prices rose in 2022.",
                    new DateOnly(2023, 9, 15)
                )
            )
            .Select(p => p.Claim.Area)
            .ShouldBe(["KEN", ""]);

    [Fact]
    public void The_factor_by_which_a_bushel_was_weighed_is_told() =>
        FirstArticleTests
            .Extraction.Value.Propose(
                new ArticleText("US corn production reached 15.3 billion bushels in 2022.", new DateOnly(2023, 9, 15))
            )
            .ShouldHaveSingleItem()
            .Because.ShouldContain(b =>
                b.Field == "quantity" && b.Rule.StartsWith("unit-factors: 0.025401 t each", StringComparison.Ordinal)
            );
}
