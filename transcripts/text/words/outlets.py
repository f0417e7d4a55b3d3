"""Outlets that are named without a word that says what they are: "Reuters.", "One more from the AP."

Names as they are printed, since many are everyday words otherwise. Those that are such words in capitals as well
("Time", "The Sun", "Today") are not here: an outlet is rather missed than guessed.
"""

# Names in lines, by where they are from.
# fmt: off
OUTLETS = frozenset({
    # the world's agencies
    "Reuters", "AP", "Associated Press", "AFP", "Agence France-Presse", "Agence France Presse", "Bloomberg",
    "Bloomberg News", "UPI", "dpa", "DPA", "EFE", "ANSA", "Kyodo", "Kyodo News", "Jiji", "Jiji Press", "Xinhua",
    "Yonhap", "TASS", "Interfax", "Interfax-Ukraine", "Ukrinform", "PAP", "ČTK", "TT", "NTB", "Ritzau", "ANP",
    "Belga", "APA", "AAP", "PTI", "ANI", "Anadolu", "Anadolu Agency", "Notimex", "Agerpres", "BTA", "Lusa", "Efe",
    "Europa Press", "Keystone-SDA", "Dow Jones", "Dow Jones Newswires", "MNI", "LETA", "BNS", "ELTA", "STT",
    # the United States and Canada
    "CNN", "NBC", "NBC News", "MSNBC", "ABC", "ABC News", "CBS", "CBS News", "Fox", "Fox News", "Fox Business",
    "NPR", "PBS", "PBS NewsHour", "C-SPAN", "CSPAN", "CNBC", "OAN", "OANN", "Newsmax", "EWTN", "VOA", "Politico",
    "POLITICO", "Axios", "Semafor", "Puck", "Punchbowl", "Vox", "Vice", "HuffPost", "Huffington Post", "McClatchy",
    "Gannett", "USA Today", "Newsweek", "Breitbart", "Daily Caller", "Daily Mail", "New York Times",
    "Washington Post", "Wall Street Journal", "Los Angeles Times", "LA Times", "Chicago Tribune", "Boston Globe",
    "New York Post", "Washington Times", "Washington Examiner", "The Hill", "Univision", "Telemundo", "Roll Call",
    "National Journal", "Yahoo", "Yahoo News", "BuzzFeed", "Business Insider", "ProPublica", "Real America’s Voice",
    "Spectrum News", "Scripps", "Sinclair", "STAT", "Stat News", "CBC", "CTV", "CBC News", "CTV News", "Global News",
    "Globe and Mail", "Toronto Star", "Canadian Press", "National Post", "Radio-Canada", "La Presse", "Le Devoir",
    # Britain and Ireland
    "BBC", "BBC News", "ITV", "ITV News", "Sky", "Sky News", "Channel 4", "Channel 4 News", "Financial Times", "FT",
    "Guardian", "The Guardian", "Daily Telegraph", "Telegraph", "The Times", "Sunday Times", "The Economist", "LBC",
    "GB News", "PA", "Press Association", "RTÉ", "RTE", "Irish Times", "Daily Mirror", "Daily Express", "STV",
    # Australia and New Zealand
    "SBS", "ABC Radio", "The Australian", "Sydney Morning Herald", "The Age", "News Corp", "News Limited", "2GB",
    "3AW", "AFR", "Australian Financial Review", "Courier Mail", "Herald Sun", "Fairfax", "RNZ",
    "Radio New Zealand", "TVNZ", "One News", "1 News", "Newshub", "Newstalk ZB", "NZME", "Stuff", "3 News",
    # Europe
    "Le Monde", "Le Figaro", "Libération", "Les Échos", "Les Echos", "TF1", "France 2", "France 24", "BFM", "BFMTV",
    "RTL", "RFI", "Europe 1", "France Info", "Mediapart", "ARD", "ZDF", "FAZ", "Spiegel", "Der Spiegel", "Die Zeit",
    "Die Welt", "Bild", "Süddeutsche Zeitung", "SZ", "taz", "Handelsblatt", "Deutsche Welle", "DW",
    "Deutschlandfunk", "ORF", "Der Standard", "Die Presse", "NZZ", "SRF", "El País", "El Mundo", "TVE",
    "RTVE", "Cadena SER", "COPE", "Onda Cero", "La Vanguardia", "RAI", "Rai", "Corriere della Sera", "La Repubblica",
    "La Stampa", "Il Sole 24 Ore", "NOS", "NRC", "De Telegraaf", "De Volkskrant", "VRT", "RTBF", "Le Soir",
    "De Standaard", "SVT", "NRK", "DR", "Yle", "YLE", "Dagens Nyheter", "Aftenposten", "Politiken", "Helsingin Sanomat",
    "Euronews", "Euractiv", "Politico Europe", "MLex", "Rzeczpospolita", "Gazeta Wyborcza", "TVN", "TVP", "LRT",
    "ERR", "Delfi", "Suspilne", "Kyiv Independent", "Kyiv Post", "European Pravda", "Radio Liberty",
    "Radio Free Europe", "RFE/RL", "Meduza", "Kommersant", "Novaya Gazeta", "TV Rain", "RTP", "Público", "Expresso",
    # Latin America
    "El Universal", "Reforma", "La Jornada", "Milenio", "Excélsior", "El Financiero", "El Economista", "Proceso",
    "Televisa", "TV Azteca", "SDP Noticias", "SinEmbargo", "Sin Embargo", "Animal Político", "El Heraldo",
    "Radio Fórmula", "ADN 40", "ADN40", "Imagen", "Imagen Noticias", "Once Noticias", "Canal Once", "Contralínea",
    "Aristegui Noticias", "El Sol de México", "La Crónica", "Unomásuno", "Quadratín", "O Globo", "Globo", "TV Globo",
    "Folha", "Folha de S.Paulo", "Estadão", "UOL", "Clarín", "La Nación", "Página/12", "Infobae", "Telam", "Télam",
    "El Tiempo", "El Espectador", "Caracol", "RCN", "El Mercurio", "La Tercera", "El Comercio", "Telesur", "TeleSUR",
    # Asia, Africa and the Middle East
    "NHK", "Asahi", "Asahi Shimbun", "Yomiuri", "Yomiuri Shimbun", "Mainichi", "Nikkei", "Sankei", "TBS", "KBS",
    "MBC", "JTBC", "Chosun Ilbo", "CCTV", "CGTN", "Global Times", "Phoenix TV", "SCMP", "South China Morning Post",
    "Straits Times", "Channel NewsAsia", "CNA", "Rappler", "ABS-CBN", "GMA", "Times of India", "The Hindu", "NDTV",
    "Indian Express", "Hindustan Times", "Dawn", "Geo", "Geo News", "Al Jazeera", "Al-Jazeera", "Al Arabiya",
    "Al-Arabiya", "Haaretz", "Jerusalem Post", "Times of Israel", "Kan", "Channel 12", "Channel 13", "TRT", "Hürriyet",
    "SABC", "eNCA", "News24", "Daily Maverick", "Mail & Guardian", "Punch", "Daily Nation", "The East African",
})
# fmt: on
